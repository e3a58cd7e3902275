import { beforeAll, describe, expect, it } from "vitest";
import { fitModel, prepareModel } from "../../src/model/index.ts";
import { findingsOfFits, judgeFits } from "../../src/report/judge-fits.ts";
import { measureStrategies, ownFindings } from "../../src/report/measure-strategies.ts";
import { rank } from "../../src/report/rank.ts";
import { text } from "../../src/reporters/text.ts";
import { strategies } from "../../src/strategies/index.ts";
import type { Dataset, Finding, Fits, Judged, Report } from "../../src/types.ts";
import { formatChance, twoFigures } from "../../src/wording.ts";
import { creatorDataset, creatorReport } from "../support/creators/creator-report.ts";
import { scraperTable } from "../support/creators/creators.ts";
import { DEFAULT_SETTINGS } from "../support/simulated-dataset.ts";

const settings = { ...DEFAULT_SETTINGS, goal: "likes" as const, synthetic: false };
let dataset: Dataset;
let fits: Fits;
let report: Report;
beforeAll(async () => {
  dataset = await creatorDataset(scraperTable());
  fits = fitModel(dataset, settings, prepareModel(dataset, settings));
  report = await creatorReport(scraperTable());
}, 120_000);

/** Everything that advice is made of, from fits whose findings may have been changed. */
function advised(changed: Fits) {
  const measured = measureStrategies(strategies, changed, dataset, true);
  const judged = judgeFits(changed, ownFindings(measured, findingsOfFits(changed)));
  const { recommendations } = rank({ measured, judged: judged.byId, fits: changed, dataset, strict: true });
  return { recommendations, judged: judged.byId };
}

/** Numbers of a sentence that stand for something measured: not those of names, links and settings. */
const numbersOf = (sentence: string): string[] => sentence.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Every number that a sentence on a finding may hold. */
function own({ posts, lift, low, high, estimate }: Judged): Set<string> {
  const ratios = [lift!, low!, high!].flatMap((ratio) => [
    String(Math.abs(Math.round((ratio - 1) * 100))),
    twoFigures(ratio),
  ]);
  const chances = [estimate!.probability, estimate!.probabilityBelow].map(formatChance).flatMap(numbersOf);
  return new Set([String(posts), ...ratios, ...chances, twoFigures(settings.level * 100)]);
}

/** Every finding with other numbers, all still on their side of no change. */
function scrambled(original: Fits): Fits {
  const other = <F extends Finding>(finding: F): F => ({
    ...finding,
    posts: finding.posts + 7,
    naive: finding.naive === null ? null : finding.naive * 3.7,
    estimate: finding.estimate && {
      ...finding.estimate,
      mean: finding.estimate.mean * 1.31,
      low: finding.estimate.low * 1.27,
      high: finding.estimate.high * 1.43,
    },
  });
  return {
    ...original,
    hashtags: original.hashtags.map(other),
    sounds: original.sounds.map(other),
    features: original.features.map(other),
    duration: original.duration && { ...original.duration, points: original.duration.points.map(other) },
  };
}

describe("advice", () => {
  it("says other numbers where the findings hold others", () => {
    const acting = (changed: Fits) => {
      const { recommendations, judged } = advised(changed);
      const claims = recommendations.filter(({ kind }) => kind === "do" || kind === "stop");
      return {
        advice: new Map(claims.map((recommendation) => [recommendation.id, recommendation])),
        judged: new Map(claims.map(({ id, evidence }) => [id, judged.get(evidence[0]!)!])),
      };
    };
    const [before, after] = [acting(fits), acting(scrambled(fits))];
    const both = [...before.advice.keys()].filter((id) => after.advice.has(id));
    expect(both.length).toBeGreaterThanOrEqual(4);
    for (const id of both) {
      const [old, now] = [before.advice.get(id)!, after.advice.get(id)!];
      const first = (why: string) => numbersOf(why.slice(0, why.indexOf(").")));
      const names = numbersOf(`${old.title} ${old.action}`);
      for (const [why, judged] of [
        [old.why, before.judged.get(id)!],
        [now.why, after.judged.get(id)!],
      ] as const) {
        const strange = first(why).filter((number) => !names.includes(number) && !own(judged).has(number));
        expect(strange, `${id}: ${why}`).toEqual([]);
        expect(first(why), id).toContain(String(judged.posts));
      }
      expect(first(now.why)).not.toEqual(first(old.why));
      expect(now.expected!.lift).not.toBe(old.expected!.lift);
    }
  });
});

describe("text report", () => {
  /** Keys whose numbers are measured; what is set (level, factor, hours, ranks) stays. */
  const MEASURED = new Set(
    "lift low high naive median share oneIn posts of score postsPerWeek longestGapDays detectableLift".split(
      " ",
    ),
  );
  const LOG = new Set(["lift", "low", "high", "naive", "detectableLift"]);
  const change = (key: string, value: number): number =>
    LOG.has(key) ? value ** 1.37 : Number.isInteger(value) ? value * 3 + 1 : value * 0.61;

  /** The report with its measured numbers changed everywhere but in finished sentences. */
  const other = () =>
    JSON.parse(
      JSON.stringify(report, (key, value: unknown) =>
        typeof value === "number" && MEASURED.has(key) ? change(key, value) : value,
      ),
    ) as Report;
  const sections = (from: string, to: string, printed: string) =>
    printed.slice(printed.indexOf(from), printed.indexOf(to));

  it("has no effect, count or share of its own", () => {
    const view = { width: 120, colour: 0, unicode: true } as const;
    const [before, after] = [text.render(report, view), text.render(other(), view)];
    for (const [from, to] of [
      ["WHAT WORKS", "Tests that would settle it"],
      ["HASHTAGS", "CONSISTENCY"],
    ] as const) {
      const rows = (printed: string) =>
        sections(from, to, printed)
          .split("\n")
          .filter((line) => / %|times/.test(line) && !line.includes("interval"))
          .map((line) => ({
            label: line
              .slice(0, 40)
              .replace(/[+−±]?\d.*$/, "")
              .trim(),
            numbers: numbersOf(line.slice(line.search(/ {2,}[+−]?\d/))).join(" "),
          }));
      const now = new Map(rows(after).map(({ label, numbers }) => [label, numbers]));
      const shared = rows(before).filter(({ label }) => now.has(label));
      expect(shared.length).toBeGreaterThan(5);
      for (const { label, numbers } of shared) expect(now.get(label), label).not.toBe(numbers);
    }
    for (const gone of ["A usual post gets 1.2K", "one in 31 "]) {
      expect(before).toContain(gone);
      expect(after).not.toContain(gone);
    }
  });
});
