import { describe, expect, test } from "vitest";
import { designSystem, fitSystem } from "../../src/model/design-system.ts";
import { elementGram } from "../../src/model/element-gram.ts";
import { readDesign, referenceJson, referencePresent } from "../support/reference.ts";
import { referenceTable } from "../support/reference-posts.ts";

describe.skipIf(!referencePresent).each(["A", "B"])("design of the reference account %s", (name) => {
  const table = referenceTable(name);
  const rows = Int32Array.from(table.posts, (_, i) => i);
  const built = designSystem(table, rows);
  const system = fitSystem(built, true);
  const { layout, design } = built;
  const column = (j: number) => {
    const unit = new Float64Array(system.size);
    unit[j] = 1;
    const out = new Float64Array(system.n);
    system.multiply(unit, out);
    return out;
  };
  const difference = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    let worst = 0;
    for (let i = 0; i < b.length; i++) worst = Math.max(worst, Math.abs(a[i]! - b[i]!));
    return worst;
  };

  test("its columns are those of the reference, but for the order of tags and the further features", () => {
    const wanted = readDesign(`${name}.design.csv`);
    const answer = referenceJson(`${name}.model.json`);
    const at = (block: string, j: number) => wanted.columns.get(`${block}__${j}`)!;
    expect(system.n).toBe(wanted.y.length);
    expect(difference(column(layout.fix), at("fix", 0))).toBeLessThan(1e-12);
    expect(difference(column(layout.slope), at("fix", 1))).toBeLessThan(1e-12);
    const spans = { trend: layout.trend, hour: layout.hour, wd: layout.wd, int: layout.int, dur: layout.dur };
    for (const [block, from] of Object.entries(spans)) {
      const count = answer.blocks[block];
      expect(system.blocks.find((b) => b.name === block)!.to - from).toBe(count);
      for (let j = 0; j < count; j++) expect(difference(column(from + j), at(block, j))).toBeLessThan(1e-11);
    }
    expect(layout.weeks).toBe(answer.blocks.week);
    for (let j = 0; j < layout.weeks; j++) expect(difference(column(j), at("week", j))).toBe(0);
    expect(layout.tagCount).toBe(answer.tag_names.length);
    design.tags.columns.forEach(({ id }, j) => {
      const place = answer.tag_names.indexOf(table.tags[id]!.key.slice(1));
      expect(difference(column(layout.tag + j), at("tag", place))).toBe(0);
    });
    expect(layout.soundCount).toBe(answer.blocks.sound);
    const feature = (key: string) => layout.feat + design.features.findIndex((f) => f.feature.key === key);
    expect(difference(column(feature("call-to-action:like")), at("feat", 0))).toBeLessThan(1e-12);
    expect(difference(column(feature("duration")), at("feat", 1))).toBeLessThan(1e-12);
    expect(difference(column(feature("library-sound")), at("feat", 2))).toBeLessThan(1e-12);
  });

  test("Z'Z and Z'v agree with the columns", () => {
    const columns = Array.from({ length: system.size }, (_, j) => column(j));
    const v = Float64Array.from({ length: system.n }, (_, i) => Math.sin(i));
    const products = new Float64Array(system.size);
    system.multiplyTransposed(v, products);
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    const gram = columns.flatMap((a) => columns.map((b) => dot(a, b)));
    expect(difference(elementGram(built.elements), gram)).toBeLessThan(1e-10);
    expect(
      difference(
        products,
        columns.map((a) => dot(a, v)),
      ),
    ).toBeLessThan(1e-11);
  });
});
