import { describe, expect, it } from "vitest";
import { pollutionCases } from "../support/polluter/cases.ts";
import { pollutionFaults, readPollution } from "../support/polluter/pollution-outcome.ts";

describe.each([1, 2, 3])("a known account, written dirtily (seed %i)", (seed) => {
  const cases = pollutionCases(seed);

  it("there are at least 150 ways", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map((pollution) => [pollution.name, pollution] as const))("%s", async (_, pollution) => {
    expect(pollutionFaults(pollution, await readPollution(pollution))).toEqual([]);
  });
});
