import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Block, type BlockName, type FitSystem, RANDOM_BLOCKS } from "../../src/model/fit-system.ts";
import { weekCoupling } from "../../src/model/week-coupling.ts";

const folder = fileURLToPath(new URL("../../../shared/reference/", import.meta.url));

/** Whether the reference answers lie beside the project; tests that need them skip by name when not. */
export const referencePresent = existsSync(folder);

export function referenceText(name: string): string {
  return readFileSync(`${folder}${name}`, "utf8");
}

// biome-ignore lint/suspicious/noExplicitAny: the answers have no fixed shape
export function referenceJson(name: string): any {
  return JSON.parse(referenceText(name));
}

/** A design as numbers: one array per column, with the names "block__i" in order. */
export interface NumericDesign {
  y: Float64Array;
  columns: Map<string, Float64Array>;
  /** the text of the columns before the design */
  extra: Map<string, string[]>;
  blockNames: string[];
}

export function readDesign(name: string): NumericDesign {
  const lines = referenceText(name).trim().split("\n");
  const header = lines[0]!.split(",");
  const cells = lines.slice(1).map((line) => line.split(","));
  const columns = new Map<string, Float64Array>();
  const extra = new Map<string, string[]>();
  header.forEach((title, c) => {
    if (title.includes("__"))
      columns.set(
        title,
        Float64Array.from(cells, (row) => Number(row[c])),
      );
    else
      extra.set(
        title,
        cells.map((row) => row[c]!),
      );
  });
  return {
    y: Float64Array.from(extra.get("y")!, Number),
    columns,
    extra,
    blockNames: [...columns.keys()],
  };
}

/**
 * A dense design as a fit system: week columns first, the rest in the order given.
 * @returns the system and, per name, its column
 */
export function denseSystem(
  design: NumericDesign,
  priors: Record<string, number>,
  featSd = 0.35,
): { system: FitSystem; place: Map<string, number> } {
  const blockOf = (name: string) => name.split("__")[0]!;
  const order = ["week", "fix", "feat", "trend", "dur", "sound", "tag", "hour", "wd", "int"];
  const names = order.flatMap((block) => design.blockNames.filter((name) => blockOf(name) === block));
  const place = new Map(names.map((name, j) => [name, j]));
  const z = names.map((name) => design.columns.get(name)!);
  const n = design.y.length;
  const size = names.length;
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += z[i]![k]! * z[j]![k]!;
      gram[i * size + j] = sum;
    }
  const precision = Float64Array.from(names, (name) =>
    blockOf(name) === "fix" ? 1e-6 : blockOf(name) === "feat" ? 1 / featSd ** 2 : 0,
  );
  const blocks: Block[] = [];
  for (const name of RANDOM_BLOCKS) {
    const own = names.filter((column) => blockOf(column) === name).map((column) => place.get(column)!);
    if (own.length > 0)
      blocks.push({
        name: name as BlockName,
        from: own[0]!,
        to: own[0]! + own.length,
        prior: priors[name]!,
      });
  }
  const fix = names.filter((name) => blockOf(name) === "fix").map((name) => place.get(name)!);
  const weeks = names.filter((name) => blockOf(name) === "week").length;
  const system: FitSystem = {
    n,
    size,
    weeks,
    blocks,
    precision,
    fix,
    fixGram: fix.flatMap((i) => fix.map((j) => gram[i * size + j]!)),
    coupling: weekCoupling(gram, size, weeks, size),
    multiply(theta, out) {
      out.fill(0);
      for (let j = 0; j < size; j++) for (let k = 0; k < n; k++) out[k]! += theta[j]! * z[j]![k]!;
    },
    multiplyTransposed(v, out) {
      for (let j = 0; j < size; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += z[j]![k]! * v[k]!;
        out[j] = sum;
      }
    },
  };
  return { system, place };
}
