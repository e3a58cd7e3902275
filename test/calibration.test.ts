import { beforeAll, describe, expect, test } from "vitest";
import { ratio } from "../bench/calibration/bars.ts";
import { type AccountMeasures, measureAccount } from "../bench/calibration/measure-account.ts";
import { type Scenario, simulateAccount } from "./support/simulator.ts";

/** The first accounts of a cell; `npm run calibrate` measures a hundred and more, see docs/model-card.md. */
function accounts(scenario: Scenario, posts: number, count: number): AccountMeasures[] {
  return Array.from({ length: count }, (_, i) =>
    measureAccount(simulateAccount({ seed: 7000 + i, posts, scenario }), { backtest: false }),
  );
}

/** Seeds are fixed, so these bounds never flicker: they stand where a broken model falls, not where a lucky one stands. */
describe("calibration, the fast subset", () => {
  let dull: AccountMeasures[] = [];
  let vivid: AccountMeasures[] = [];
  let usual: AccountMeasures[] = [];
  beforeAll(() => {
    dull = accounts("null", 100, 24);
    vivid = accounts("strong", 300, 8);
    usual = accounts("real", 100, 16);
  }, 600_000);
  const value = (list: readonly AccountMeasures[], over: string, under?: string) =>
    ratio(list, over, under)!.value;

  test("accounts without effects get silence", () => {
    expect(value(dull, "windowClaimed")).toBeLessThanOrEqual(1 / 24);
    expect(value(dull, "tagClaimed")).toBeLessThanOrEqual(1 / 24);
    expect(value(dull, "soundClaimed")).toBeLessThanOrEqual(3 / 24);
    expect(value(dull, "lengthClaimed")).toBeLessThanOrEqual(4 / 24);
    expect(value(dull, "featureClaimed")).toBeLessThanOrEqual(5 / 24);
    expect(value(dull, "askClaimed")).toBeLessThanOrEqual(3 / 24);
  });

  test("plain averages promise a lot on the same accounts", () => {
    expect(value(dull, "plainPromised")).toBeGreaterThan(Math.log(1.5));
    expect(value(dull, "plainTagsFalse")).toBe(1);
  });

  test("strong effects are found, and rarely false ones", () => {
    expect(value(vivid, "windowClaimed")).toBeGreaterThanOrEqual(0.5);
    expect(value(vivid, "tagToUse")).toBeGreaterThanOrEqual(0.5);
    expect(value(vivid, "tagFalseButTopic")).toBeLessThanOrEqual(0.08);
    expect(value(vivid, "regret", "plainRegret")).toBeLessThan(0.62);
    expect(value(vivid, "askFound")).toBeGreaterThanOrEqual(0.6);
  });

  test("intervals hold the planted truth about as often as they say", () => {
    expect(value(usual, "cellsCovered", "cellsOf")).toBeGreaterThan(0.85);
    expect(value(usual, "tagsCovered", "tagsOf")).toBeGreaterThan(0.85);
    expect(value(usual, "tagsCovered", "tagsOf")).toBeLessThan(0.99);
    expect(value(usual, "lengthsCovered", "lengthsOf")).toBeGreaterThan(0.85);
    expect(value(usual, "libraryCovered")).toBeGreaterThan(0.7);
  });

  test("following the ranking beats following plain averages", () => {
    expect(value(usual, "regret", "plainRegret")).toBeLessThan(0.9);
  });
});
