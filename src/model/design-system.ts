import { chooseDesign, type Design, type DesignOptions } from "./design.ts";
import { elementGram } from "./element-gram.ts";
import { multiplyElements, multiplyElementsTransposed } from "./element-products.ts";
import { type Elements, elementsOf } from "./elements.ts";
import type { FitSystem } from "./fit-system.ts";
import { blocksOf, type Layout, layoutOf } from "./layout.ts";
import type { PostTable } from "./post-table.ts";
import { WAVES } from "./waves.ts";

/** A design with its numbers: Z as elements, and Z'Z, formed once for all outcomes on the same posts. */
export interface DesignSystem {
  design: Design;
  layout: Layout;
  elements: Elements;
  gram: Float64Array;
}

/** Builds the design of some mature posts (MODEL.md section 2). */
export function designSystem(table: PostTable, rows: Int32Array, options: DesignOptions = {}): DesignSystem {
  const design = chooseDesign(table, rows, options);
  const layout = layoutOf(design);
  const elements = elementsOf(design, layout);
  return { design, layout, elements, gram: elementGram(elements, layout.size) };
}

/**
 * The design as the fit sees it.
 * @param withInteraction false drops the block `int` (secondary fits)
 */
export function fitSystem(
  { design, layout, elements, gram }: DesignSystem,
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
    gram,
    stride: layout.size,
    multiply: (theta, out) => multiplyElements(elements, size, theta, out),
    multiplyTransposed: (v, out) => multiplyElementsTransposed(elements, size, v, out),
  };
}
