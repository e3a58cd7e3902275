import { chooseDesign, type Design, type DesignOptions } from "./design.ts";
import { elementGram } from "./element-gram.ts";
import { multiplyElements, multiplyElementsTransposed } from "./element-products.ts";
import { type Elements, elementsOf } from "./elements.ts";
import type { FitSystem } from "./fit-system.ts";
import { blocksOf, type Layout, layoutOf } from "./layout.ts";
import type { PostTable } from "./post-table.ts";
import { WAVES } from "./waves.ts";
import { type WeekCoupling, weekCoupling } from "./week-coupling.ts";

/** A design with its numbers: Z as elements, and Z'Z, formed once for all outcomes on the same posts. */
export interface DesignSystem {
  design: Design;
  layout: Layout;
  elements: Elements;
  coupling: WeekCoupling;
  /** Z'Z between the columns of fix */
  fixGram: number[];
}

/** Builds the design of some mature posts (MODEL.md section 2). */
export function designSystem(table: PostTable, rows: Int32Array, options: DesignOptions = {}): DesignSystem {
  const design = chooseDesign(table, rows, options);
  const layout = layoutOf(design);
  const elements = elementsOf(design, layout);
  const { size, weeks, fix, slope } = layout;
  const gram = elementGram(elements);
  const columns = slope < 0 ? [fix] : [fix, slope];
  const fixGram = columns.flatMap((i) => columns.map((j) => gram[i * size + j]!));
  return { design, layout, elements, coupling: weekCoupling(gram, size, weeks, size), fixGram };
}

/**
 * The design as the fit sees it.
 * @param withInteraction false drops the block `int` (secondary fits)
 */
export function fitSystem(
  { design, layout, elements, coupling, fixGram }: DesignSystem,
  withInteraction: boolean,
): FitSystem {
  const size = withInteraction || layout.int < 0 ? layout.size : layout.size - 7 * WAVES;
  const precision = new Float64Array(size);
  const fix = layout.slope < 0 ? [layout.fix] : [layout.fix, layout.slope];
  for (const column of fix) precision[column] = 1e-6;
  design.features.forEach(({ feature }, j) => {
    precision[layout.feat + j] = 1 / feature.prior ** 2;
  });
  return {
    n: elements.n,
    size,
    weeks: layout.weeks,
    blocks: blocksOf(layout, withInteraction),
    precision,
    fix,
    fixGram,
    coupling,
    multiply: (theta, out) => multiplyElements(elements, size, theta, out),
    multiplyTransposed: (v, out) => multiplyElementsTransposed(elements, size, v, out),
  };
}
