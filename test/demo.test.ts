import { beforeAll, describe, expect, it } from "vitest";
import { advise, DEFAULT_SETTINGS } from "../src/advise.ts";
import { demoExport } from "../src/demo.ts";
import { readExports } from "../src/read/index.ts";
import { reportSchema } from "../src/report/schema.ts";
import type { Report } from "../src/types.ts";

async function demoReport(dull: boolean): Promise<Report> {
  const { name, text } = demoExport(dull);
  const dataset = await readExports([{ name, data: new TextEncoder().encode(text) }]);
  return advise(
    dataset,
    { ...DEFAULT_SETTINGS, synthetic: true },
    {
      tool: { name: "tiktok-advisor", version: "0.0.0" },
      meta: { generatedAt: "2026-01-01T00:00:00Z", inputs: [] },
      strict: true,
    },
  );
}

describe("demoExport", () => {
  it("is the same on every call, and another for the dull creator", () => {
    expect(demoExport(false)).toEqual(demoExport(false));
    expect(demoExport(true).text).not.toBe(demoExport(false).text);
    expect([demoExport(false).name, demoExport(true).name]).toEqual(["demo.csv", "demo-dull.csv"]);
  });
});

describe("demo", () => {
  let report: Report;
  beforeAll(async () => {
    report = await demoReport(false);
  });

  it("is read whole, without a warning, on the creator's own clock", () => {
    expect(report.data.rows).toEqual({ read: 216, used: 216, merged: 0, dropped: 0, other: 0 });
    expect(report.data.warnings.filter(({ severity }) => severity === "warning")).toEqual([]);
    expect(report.settings.timeZone).toEqual({ name: "UTC-07:00", source: "inferred" });
    expect(report.settings.synthetic).toBe(true);
    expect(report.data.posts.young).toBeGreaterThan(0);
    expect(reportSchema.safeParse(report).success).toBe(true);
  });

  it("finds everything that was planted, in its direction, and nothing else", () => {
    const verdicts = new Map<string, string>([
      ...report.windows.best.map(({ startHour, verdict }) => [`from ${startHour} h`, verdict] as const),
      ...report.hashtags.map(({ key, verdict }) => [key, verdict] as const),
      ...report.sounds.map(({ key, verdict }) => [key, verdict] as const),
      ...report.features.map(({ key, verdict }) => [key, verdict] as const),
      ...(report.duration?.curve ?? []).map(({ seconds, verdict }) => [`${seconds} s`, verdict] as const),
    ]);
    const of = (verdict: string) =>
      [...verdicts].filter(([, found]) => found === verdict).map(([key]) => key);
    expect(of("supported")).toEqual([
      "from 19 h",
      "from 16 h",
      "#sourdough",
      "call-to-action:like",
      "30 s",
      "45 s",
      "60 s",
    ]);
    expect(of("opposed").sort()).toEqual(["#throwback", "10 s", "15 s", "group:library"]);
    const acting = report.recommendations.filter(({ kind }) => kind === "do" || kind === "stop");
    expect(acting.map(({ strategy }) => strategy).sort()).toEqual([
      "calls-to-action",
      "hashtags",
      "hashtags",
      "posting-schedule",
      "trending-sounds",
      "video-length",
    ]);
  });
});

describe("demo --dull", () => {
  it("claims nothing where nothing was planted", async () => {
    const report = await demoReport(true);
    expect(report.recommendations.filter(({ kind }) => kind === "do" || kind === "stop")).toEqual([]);
    const judged = [
      ...report.windows.best,
      ...report.hashtags,
      ...report.sounds,
      ...report.features,
      ...(report.duration?.curve ?? []),
    ];
    expect(judged.filter(({ verdict }) => verdict === "supported" || verdict === "opposed")).toEqual([]);
    expect(judged.filter(({ verdict }) => verdict === "negligible").length).toBeGreaterThan(5);
  });
});
