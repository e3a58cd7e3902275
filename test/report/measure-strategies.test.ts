import { describe, expect, test } from "vitest";
import { judgeFits } from "../../src/report/judge-fits.ts";
import { measureStrategies, strategyRows } from "../../src/report/measure-strategies.ts";
import type { Finding, Measurement } from "../../src/types.ts";
import { estimate, tagFinding as up } from "../support/findings.ts";
import { emptyDataset, handFits, handStrategy } from "../support/hand-fits.ts";

describe("what a strategy comes to", () => {
  const of = (findings: Finding[], standing: Measurement["standing"] = null) => {
    const fits = handFits({ features: findings });
    const measured = measureStrategies(
      [handStrategy("s", { findings, standing })],
      fits,
      emptyDataset(),
      true,
    );
    return strategyRows(measured, judgeFits(fits, []).byId, new Map())[0]!;
  };
  const supported = up("#up");
  const opposed = up("#down", -0.4);
  const none = up("#none", 0, { estimate: estimate(0, 0.02) });
  const maybe = up("#maybe", 0, { estimate: estimate(0.15, 0.15) });
  const unclear = up("#unclear", 0, { estimate: estimate(0, 0.3) });
  const few = up("#few", 0, { barred: { verdict: "too-few", reason: "two posts" } });
  const absent = up("#absent", 0, { barred: { verdict: "not-in-data", reason: "no column" } });

  test.each<[string, Finding[], string]>([
    ["supported", [opposed, supported, maybe], "#up: +37 to +49 % likes"],
    ["opposed", [opposed, maybe, none], "#down: −27 to −33 % likes"],
    ["negligible", [none, few, absent], "#none: "],
    ["promising", [none, maybe, unclear], "#maybe: −9 to +16 % likes"],
    ["unclear", [none, unclear, few], "#unclear: "],
    ["too-few", [few, absent], "#few: Two posts."],
    ["not-in-data", [absent], "#absent: No column."],
  ])("%s", (verdict, findings, reason) => {
    const row = of(findings);
    expect(row.verdict).toBe(verdict);
    expect(row.reason).toContain(reason);
  });

  test("without findings: its standing, else that it is a matter of doing it", () => {
    expect(of([], { verdict: "not-in-data", reason: "no sounds" })).toMatchObject({
      verdict: "not-in-data",
      reason: "No sounds.",
    });
    expect(of([])).toMatchObject({ verdict: "manual", reason: "No export shows it." });
  });

  test("with findings: they, not its standing", () => {
    expect(of([supported], { verdict: "not-in-data", reason: "no sounds" }).verdict).toBe("supported");
  });
});
