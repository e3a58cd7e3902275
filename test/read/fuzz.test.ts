import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fuzzCases } from "../support/fuzz/fuzz-cases.ts";
import { fuzzOutcome } from "../support/fuzz/fuzz-outcome.ts";
import { MUTATIONS } from "../support/fuzz/mutations.ts";
import { seededRandom } from "../support/random.ts";

const caseOf = fuzzCases(join(import.meta.dirname, "../.."), 1);
const CASES = 200;

describe("mutated exports", { timeout: 300_000 }, () => {
  it(`${CASES} of them: no crash, nothing slow, every row in the ledger, every view of a report harmless`, async () => {
    const endings = new Map<string, number>();
    const wrong: unknown[] = [];
    for (let index = 0; index < CASES; index++) {
      const fuzzed = caseOf(index);
      const outcome = await fuzzOutcome(fuzzed, index % 100 === 0);
      endings.set(outcome.ending, (endings.get(outcome.ending) ?? 0) + 1);
      if (outcome.wrong.length > 0) wrong.push({ index, kind: fuzzed.kind, from: fuzzed.from, ...outcome });
    }
    expect(wrong).toEqual([]);
    // the mutations are neither so small that all is read nor so large that nothing is
    expect(endings.size).toBeGreaterThan(5);
    expect((endings.get("read") ?? 0) + (endings.get("read with warnings") ?? 0)).toBeGreaterThan(CASES / 5);
  });

  it("are the same for the same seed", () => {
    const again = fuzzCases(join(import.meta.dirname, "../.."), 1);
    for (const index of [3, 14, 15, 92]) expect(again(index)).toEqual(caseOf(index));
  });

  it("differ from what they were made of", () => {
    const bytes = new TextEncoder().encode("id,views\n1,10\n2,20\n3,30\n4,40\n");
    for (const [name, mutate] of Object.entries(MUTATIONS)) {
      const results = Array.from({ length: 20 }, (_, seed) => Buffer.from(mutate(bytes, seededRandom(seed))));
      expect(
        results.some((result) => !result.equals(bytes)),
        name,
      ).toBe(true);
    }
  });
});
