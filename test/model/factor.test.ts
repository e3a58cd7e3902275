import { describe, expect, it } from "vitest";
import {
  attempt,
  createFactor,
  FactorError,
  factorize,
  factorLogDeterminant,
  solve,
} from "../../src/model/factor.ts";
import type { FitSystem } from "../../src/model/fit-system.ts";
import { weekCoupling } from "../../src/model/week-coupling.ts";
import { sfc32 } from "../../src/stats/sfc32.ts";

/** A system of some disjoint week columns and some others, over posts that are spread unevenly over the weeks. */
function systemOf(weeks: number, rest: number, posts: number, weekOf: (i: number) => number) {
  const random = sfc32([weeks, rest, posts, 5]);
  const size = weeks + rest;
  const rows = Array.from({ length: posts }, (_, i) => {
    const row = new Float64Array(size);
    if (weeks > 0) row[weekOf(i)] = 1;
    for (let j = weeks; j < size; j++) row[j] = random() < 0.6 ? 0 : random() - 0.5;
    return row;
  });
  const gram = new Float64Array(size * size);
  for (const row of rows)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) gram[i * size + j]! += row[i]! * row[j]!;
  const system = { n: posts, size, weeks, coupling: weekCoupling(gram, size, weeks, size) } as FitSystem;
  return { system, gram };
}

describe("the factor of a system with weeks", () => {
  it.each([
    ["equal weeks, summed in groups", 12, (i: number) => i % 12],
    ["unequal weeks, in tiles", 6, (i: number) => (i < 21 ? Math.floor((Math.sqrt(8 * i + 1) - 1) / 2) : 5)],
    ["no weeks", 0, () => 0],
  ])("solves %s", (_, weeks, weekOf) => {
    const { system, gram } = systemOf(weeks, 9, 36, weekOf);
    const { size } = system;
    const factor = createFactor(system);
    const precision = Float64Array.from({ length: size }, (_, j) => (j < weeks ? 2.5 : 0.5 + j));
    for (const scale of [0.7, 1.9]) {
      factorize(factor, scale, precision);
      const x = Float64Array.from({ length: size }, (_, j) => Math.cos(j));
      const b = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) b[i]! += scale * gram[i * size + j]! * x[j]!;
        b[i]! += precision[i]! * x[i]!;
      }
      const found = new Float64Array(size);
      solve(factor, b, found);
      for (let j = 0; j < size; j++) expect(Math.abs(found[j]! - x[j]!)).toBeLessThan(1e-10);
    }
  });

  it("has the determinant of the whole matrix", () => {
    const { system } = systemOf(3, 1, 3, (i) => i);
    const start = system.coupling.start.map(() => 0);
    const factor = createFactor({ ...system, coupling: { ...system.coupling, start, groups: null } });
    factorize(factor, 2, new Float64Array([1, 1, 1, 4]));
    const last = 2 * system.coupling.gram[0]! + 4;
    expect(factorLogDeterminant(factor)).toBeCloseTo(Math.log(3 * 3 * 3 * last), 12);
  });

  it("is rescued by a small ridge where rounding left nothing", () => {
    const gram = new Float64Array([1, 1, 1, 1]);
    const system = { n: 1, size: 2, weeks: 0, coupling: weekCoupling(gram, 2, 0, 2) } as unknown as FitSystem;
    const factor = createFactor(system);
    factorize(factor, 1, new Float64Array([0, -1e-13]));
    expect(Number.isFinite(factorLogDeterminant(factor))).toBe(true);
  });

  it("gives up on numbers that are none", () => {
    const gram = new Float64Array([Number.NaN]);
    const system = { n: 1, size: 1, weeks: 0, coupling: weekCoupling(gram, 1, 0, 1) } as unknown as FitSystem;
    const factor = createFactor(system);
    expect(() => factorize(factor, 1, new Float64Array([1]))).toThrow(FactorError);
    expect(attempt(() => factorize(factor, 1, new Float64Array([1])))).toBeNull();
    expect(() =>
      attempt(() => {
        throw new RangeError("other");
      }),
    ).toThrow(RangeError);
  });

  it("notices when another system has taken its room", () => {
    const one = createFactor(systemOf(0, 5, 9, () => 0).system);
    const two = createFactor(systemOf(0, 6, 9, () => 0).system);
    factorize(one, 1, new Float64Array(5).fill(1));
    factorize(two, 1, new Float64Array(6).fill(1));
    expect(() => solve(one, new Float64Array(5), new Float64Array(5))).toThrow("another system");
  });
});
