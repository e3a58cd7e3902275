import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { InspectDocument, PlanDocument, Report } from "../src/types.ts";
import { brokenRules } from "./support/broken-rules.ts";
import { temporaryFolder } from "./support/fake-io.ts";
import { runCli } from "./support/run-cli.ts";
import { sampleExport } from "./support/sample-export.ts";

// What a stranger would check of the documents, with nothing but the documents in hand (CONTRACT sections 2 to 6).

const DAY = 86_400_000;
const AS_OF = ["--as-of", "2026-06-01T00:00:00Z"];
const sample = (posts: number) => sampleExport({ account: "loaf.lab", posts, seed: 11 });

interface Item {
  desc: string;
  createTime: number;
  stats: Record<string, number>;
}
const rewrite = (text: string, change: (item: Item, index: number) => Item) =>
  `${text
    .trimEnd()
    .split("\n")
    .map((line, index) => JSON.stringify(change(JSON.parse(line) as Item, index)))
    .join("\n")}\n`;

/** The same posts as a table with columns of one's choice. */
function table(text: string, columns: Record<string, (item: Item) => string | number>): string {
  const items = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Item);
  const rows = items.map((item) => Object.values(columns).map((cell) => cell(item)));
  return `${[Object.keys(columns), ...rows].map((cells) => cells.join(",")).join("\n")}\n`;
}
const day = (item: Item) => new Date(item.createTime * 1000).toISOString().slice(0, 10);

async function documentOf<T>(argv: readonly string[], text: string): Promise<T> {
  const [verb, ...flags] = argv;
  const { code, stdout, stderr } = await runCli([verb!, "-", "--json", "-q", ...flags], { stdin: text });
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as T;
}
let told: Promise<string> | undefined;
/** The demo's report, made once. */
const demo = () => {
  told ??= runCli(["demo", "--json", "-q"]).then(({ stdout }) => stdout);
  return told;
};
const reportOf = (text: string, ...flags: string[]) => documentOf<Report>(["analyze", ...flags], text);

describe("a report keeps every rule that its JSON alone can show", () => {
  it.each([1, 4, 5, 11, 12, 15, 29, 30])("with %i posts", async (posts) => {
    const report = await reportOf(sample(posts), ...AS_OF);
    expect(brokenRules(report)).toEqual([]);
    expect(report.model.outcomes.some(({ outcome }) => outcome === "likes")).toBe(posts >= 12);
    expect(report.windows.verdict === "too-few").toBe(posts < 30);
    expect(report.baseline.perPost.likes!.median === null).toBe(posts < 5);
  });

  it.each([
    ["another goal, level and band", ["--goal", "views", "--level", "0.5", "--negligible", "0.3"]],
    ["a wide level and all discoveries", ["--level", "0.99", "--fdr", "0.9", "--per-week", "2.5"]],
    ["a part of the posts", ["--since", "2026-01-20", "--tz", "Pacific/Kiritimati"]],
    ["no post at all", ["--until", "2020-01-01"]],
  ])("with %s", async (_what, flags) => {
    expect(brokenRules(await reportOf(sample(45), ...AS_OF, ...flags))).toEqual([]);
  });

  it("where something is claimed", async () => {
    const report = JSON.parse(await demo()) as Report;
    expect(brokenRules(report)).toEqual([]);
    expect(report.recommendations.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["do", "stop"]));
  });

  it("where nothing can be learned", async () => {
    const equal = rewrite(sample(40), (item) => ({ ...item, stats: { playCount: 900, diggCount: 40 } }));
    const zero = rewrite(sample(40), (item) => ({ ...item, stats: { playCount: 0, diggCount: 0 } }));
    for (const text of [equal, zero]) {
      const report = await reportOf(text, ...AS_OF);
      expect(brokenRules(report)).toEqual([]);
      expect(report.windows.verdict).toBe("not-in-data");
    }
  });

  it("where columns are missing", async () => {
    const likes = (item: Item) => item.stats["diggCount"]!;
    const views = (item: Item) => item.stats["playCount"]!;
    const title = (item: Item) => item.desc;
    const at = (item: Item) => new Date(item.createTime * 1000).toISOString();
    const layouts: Record<string, (item: Item) => string | number>[] = [
      { Title: title, "Post time": at, Likes: likes },
      { Title: title, "Post time": at, Views: views },
      { Title: title, Date: day, Views: views, Likes: likes },
    ];
    for (const columns of layouts) {
      expect(brokenRules(await reportOf(table(sample(40), columns), ...AS_OF))).toEqual([]);
    }
  });

  it.each<[string, (report: Report) => void]>([
    ["rows add up", ({ data }) => data.rows.used++],
    ["cell 0 is in its place", ({ windows }) => windows.grid.reverse()],
    [
      "missing says why duration is null, and only then",
      (report) => Object.assign(report, { duration: null }),
    ],
    ["stands in its class", ({ recommendations }) => recommendations.reverse()],
    ["evidence hashtags/#none", ({ recommendations: [first] }) => first!.evidence.push("hashtags/#none")],
    ["perWeek.low follows", ({ recommendations: [first] }) => first!.expected!.perWeek.low++],
    ["FDR set", ({ settings }) => Object.assign(settings, { fdr: 1e-6 })],
    ["the lift is exp(mean)", ({ hashtags: [first] }) => first!.effect!.mean--],
    ["supported by its rule", ({ duration }) => Object.assign(duration!.curve[0]!, { verdict: "supported" })],
  ])("and a report that does not is told: %s", async (rule, spoil) => {
    const report = JSON.parse(await demo()) as Report;
    spoil(report);
    expect(brokenRules(report).join("\n")).toContain(rule);
  });
});

describe("posts considered", () => {
  it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"])(
    "are those of the local days of %s, both ends included",
    async (zone) => {
      const flags = ["--tz", zone, ...AS_OF];
      const local = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
      const all = await documentOf<InspectDocument>(["inspect", ...flags], sample(30));
      for (const { postedAt, postedOn } of all.rows) {
        expect(postedOn).toBe(local.format(new Date(postedAt!)));
      }
      const days = all.rows.map(({ postedOn }) => postedOn!);
      const [since, until] = [days[7]!, days[19]!];
      const kept = days.filter((one) => since <= one && one <= until);
      const report = await reportOf(sample(30), ...flags, "--since", since, "--until", until);
      expect(report.data.span).toEqual({ from: since, to: until });
      expect(report.data.posts.total).toBe(kept.length);
      expect(report.data.rows.used).toBe(30);
    },
  );
});

describe("the order of the input", () => {
  it("changes no byte but meta", async () => {
    const cwd = temporaryFolder();
    const text = sample(34);
    const lines = text.trimEnd().split("\n");
    const bytes = async (files: Record<string, string>, order = Object.keys(files)) => {
      for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
      const { stdout } = await runCli(["analyze", ...order, "--json", "-q", ...AS_OF], { cwd });
      return stdout.replace(/"meta": \{[\s\S]*?\n {2}\},/, "");
    };
    const plain = await bytes({ "a.jsonl": text });
    expect(plain).toContain('"total": 34');
    expect(await bytes({ "a.jsonl": lines.toReversed().join("\n") })).toBe(plain);
    expect(await bytes({ "a.jsonl": `\ufeff${lines.join("\r\n")}` })).toBe(plain);
    const two = { "a.jsonl": lines.slice(0, 20).join("\n"), "b.jsonl": lines.slice(12).join("\n") };
    const forward = await bytes(two);
    expect(forward).toContain('"merged": 8');
    expect(await bytes(two, ["b.jsonl", "a.jsonl"])).toBe(forward);
  });
});

describe("a plan", () => {
  it.each([
    ["the own median", [], 7],
    ["a part of a post", ["--per-week", "0.3"], 1],
    ["many posts over the end of daylight saving", ["--per-week", "9", "--tz", "Europe/Paris"], 9],
  ])("of %s has as many slots in each 7-day period", async (_what, flags, perWeek) => {
    const argv = ["plan", "--as-of", "2026-10-23T09:30:00Z", "--weeks", "3", "--not", "sun,0-6", ...flags];
    const { slots, settings } = await documentOf<PlanDocument>(argv, sample(45));
    const asOf = Date.parse(settings.asOf!);
    const starts = slots.map(({ startsAt }) => Date.parse(startsAt));
    const periods = [0, 1, 2].map(
      (week) => starts.filter((at) => Math.floor((at - asOf) / (7 * DAY)) === week).length,
    );
    expect(periods).toEqual([perWeek, perWeek, perWeek]);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    for (const slot of slots) {
      expect(Date.parse(slot.local)).toBe(Date.parse(slot.startsAt));
      expect(Number(slot.local.slice(11, 13))).toBe(slot.hour);
      expect(new Date(`${slot.local.slice(0, 10)}T00:00Z`).getUTCDay() || 7).toBe(slot.weekday);
      expect(slot.weekday < 7 && slot.hour > 6).toBe(true);
      expect(slot.kind === "use").toBe(slot.experiment === null && slot.arm === null);
    }
  });
});

describe("bounds of the period", () => {
  it("a first day after the last one is told, not answered with an empty report", async () => {
    const argv = ["demo", "--since", "2026-05-02", "--until", "2026-05-01"];
    const { code, stderr } = await runCli(argv);
    expect(code).toBe(2);
    expect(stderr).toContain("error[USAGE]: --since: 2026-05-02 is after --until 2026-05-01");
  });
});
