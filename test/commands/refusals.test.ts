import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/fake-io.ts";
import { runCli } from "../support/run-cli.ts";
import { sampleExport } from "../support/sample-export.ts";

const TRENDS = "kind,key,name,from,to\nhashtag,#bread,,2026-01-01,2026-02-01\n";

/** A folder with exports of two accounts, a list of trends, a configuration and a small report. */
function folder(): string {
  const cwd = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
  const one = sampleExport({ account: "loaf.lab", posts: 9, seed: 1 });
  const two = sampleExport({ account: "émile", posts: 9, seed: 2 });
  write("one.jsonl", one);
  write("two.jsonl", two);
  write("both.jsonl", `${one}\n${two}`);
  write("trends.csv", TRENDS);
  write("mine.json", '{ "goal": "views" }');
  return cwd;
}

describe("-o", () => {
  it.each([
    ["the list of trends", "trends.csv", ["--trends", "trends.csv"]],
    ["the configuration", "mine.json", ["--config", "mine.json"]],
  ])("refuses %s", async (_what, name, flags) => {
    const cwd = folder();
    const before = readFileSync(join(cwd, name), "utf8");
    const { code, stdout, stderr } = await runCli(["analyze", "one.jsonl", ...flags, "-o", name], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(new RegExp(`^error\\[OUTPUT_IS_INPUT\\]: ${name}: `));
    expect(readFileSync(join(cwd, name), "utf8")).toBe(before);
  });

  it("refuses the report that an explanation is looked up in, and lets the last report be written anew", async () => {
    const cwd = folder();
    const out = ["-o", "r.json"];
    expect((await runCli(["analyze", "one.jsonl", ...out], { cwd })).code).toBe(0);
    const again = ["--previous", "r.json", "--fail-on", "new-advice"];
    expect((await runCli(["analyze", "one.jsonl", ...again, ...out], { cwd })).code).toBe(0);
    const explained = await runCli(["explain", "hashtags", "--report", "r.json", ...out], { cwd });
    expect(explained.code).toBe(2);
    expect(explained.stderr).toContain("error[OUTPUT_IS_INPUT]");
  });
});

describe("an unknown value", () => {
  it.each([
    ["analyze", "text, json, markdown, html, csv"],
    ["plan", "text, json, markdown, ics"],
    ["inspect", "text, json, markdown"],
  ])("of --format is answered with the formats of %s", async (verb, formats) => {
    const { code, stderr } = await runCli([verb, "one.jsonl", "--format", "xml"], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toBe(`error[USAGE]: --format: "xml" is not one of ${formats}\n  hint: see --help\n`);
  });

  it("is only a format that no command has, where it comes from a variable", async () => {
    const env = { TIKTOK_ADVISOR_FORMAT: "html" };
    const plan = await runCli(["plan", "one.jsonl"], { cwd: folder(), env });
    expect([plan.code, plan.stdout.includes("Posting plan of @loaf.lab")]).toEqual([0, true]);
    const report = await runCli(["analyze", "one.jsonl"], { cwd: folder(), env });
    expect(report.stdout).toMatch(/^<!doctype html>/);
    const wrong = await runCli(["plan", "one.jsonl"], {
      cwd: folder(),
      env: { TIKTOK_ADVISOR_FORMAT: "xml" },
    });
    expect(wrong.stderr).toContain("error[USAGE]: TIKTOK_ADVISOR_FORMAT: ");
  });

  it("of --since is told of spans", async () => {
    const { code, stderr } = await runCli(["analyze", "one.jsonl", "--since", "yesterday"], {
      cwd: folder(),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/"yesterday" is not a day or a span\n {2}hint: .*90d/);
  });

  it.each([
    ["Berlin", "Europe/Berlin"],
    ["new york", "America/New_York"],
    ["Europe/Pariss", "Europe/Paris"],
  ])("of --tz such as %s is answered with %s", async (zone, meant) => {
    const { code, stderr } = await runCli(["analyze", "one.jsonl", "--tz", zone], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain(`hint: did you mean ${meant}?`);
  });
});

describe("several accounts", () => {
  it.each([["plan"], ["compare"]])("are refused by %s without a flag that it has not", async (verb) => {
    const args = verb === "compare" ? ["both.jsonl", "both.jsonl"] : ["both.jsonl"];
    const { code, stderr } = await runCli([verb, ...args], { cwd: folder() });
    expect(code).toBe(1);
    expect(stderr).toContain("error[MULTIPLE_ACCOUNTS]");
    expect(stderr).not.toContain("--each");
  });

  it("are told apart whatever the form of their letters", async () => {
    const args = ["analyze", "both.jsonl", "--json", "--account", "e\u0301mile"];
    const { code, stdout } = await runCli(args, { cwd: folder() });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).data.account).toBe("@émile");
  });

  it("on the two sides of compare are a warning", async () => {
    const cwd = folder();
    const { code, stderr } = await runCli(["compare", "one.jsonl", "two.jsonl"], { cwd });
    expect([code, stderr]).toEqual([0, "warning[MULTIPLE_ACCOUNTS]: 2 accounts: @loaf.lab, @émile.\n"]);
    expect((await runCli(["compare", "one.jsonl", "two.jsonl", "-q"], { cwd })).stderr).toBe("");
    expect((await runCli(["compare", "one.jsonl", "one.jsonl"], { cwd })).stderr).toBe("");
  });
});

describe("compare", () => {
  it("says of a report of another version that it is no report", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "v2.json"), '{ "schemaVersion": "2.0" }');
    const { code, stderr } = await runCli(["compare", "v2.json", "one.jsonl"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error\[REPORT_INVALID\]: v2.json: /);
  });
});

describe("inspect", () => {
  it.each([["text"], ["markdown"], ["json"]])("as %s puts warnings on stderr too", async (format) => {
    const cwd = folder();
    const args = ["inspect", "both.jsonl", "--format", format];
    const { code, stderr } = await runCli(args, { cwd });
    expect([code, stderr]).toEqual([0, "warning[MULTIPLE_ACCOUNTS]: 2 accounts: @loaf.lab, @émile.\n"]);
    expect((await runCli([...args, "-q"], { cwd })).stderr).toBe("");
  });
});

describe("stdin", () => {
  it.each([["analyze"], ["inspect"], ["compare"]])("is read once by %s", async (verb) => {
    const { code, stderr } = await runCli([verb, "-", "-"], { stdin: "x" });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      new RegExp(`^error\\[USAGE\\]: ${verb}: stdin \\(-\\) is named twice\n {2}hint: .+\n$`),
    );
  });
});

describe("a time without posts", () => {
  it("makes nobody say that the export lacks what it has", async () => {
    const args = ["analyze", "one.jsonl", "--since", "2030-01-01", "--json"];
    const { code, stdout } = await runCli(args, { cwd: folder() });
    expect(code).toBe(0);
    const { data, recommendations, strategies } = JSON.parse(stdout);
    expect([data.posts.total, data.rows.used]).toEqual([0, 9]);
    const wanted = recommendations.filter(({ kind }: { kind: string }) => kind === "data");
    expect(wanted.map(({ id }: { id: string }) => id)).toEqual(["data/audience-feedback"]);
    const hashtags = strategies.find(({ id }: { id: string }) => id === "hashtags");
    expect(hashtags.verdict).toBe("too-few");
    expect(hashtags.reason).toBe("No post lies in the time considered.");
  });
});
