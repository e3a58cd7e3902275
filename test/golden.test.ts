import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonSchemaOf } from "../src/report/schema.ts";
import { html } from "../src/reporters/html.ts";
import { json } from "../src/reporters/json.ts";
import { markdown } from "../src/reporters/markdown.ts";
import { text } from "../src/reporters/text.ts";
import type { Report, View } from "../src/types.ts";
import { creatorReport } from "./support/creators/creator-report.ts";
import { CREATORS, STORED_CREATORS } from "./support/creators/creators.ts";
import { OWN_WORDS_FORBIDDEN } from "./support/forbidden-words.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const GOLDEN = join(FIXTURES, "golden/creators");
const view = (width: number, colour: View["colour"] = 0): View => ({ width, colour, unicode: true });

const reports = new Map<string, Report>();
beforeAll(async () => {
  for (const [name, files] of CREATORS) reports.set(name, await creatorReport(files()));
}, 300_000);
const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats.default(ajv);
const validate = ajv.compile(jsonSchemaOf("report"));
const names = CREATORS.map(([name]) => name);

it.each(STORED_CREATORS)("the stored files of %s are those that are made", (name, files) => {
  const folder = join(FIXTURES, "creators", name);
  const stored = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const made = new Map([...files()].map(([path, content]) => [join(folder, path), content]));
  expect(stored.sort()).toEqual([...made.keys()].sort());
  for (const [path, content] of made) expect(readFileSync(path, "utf8") === content, path).toBe(true);
});

describe.each(names)("report of %s", (name) => {
  it.each([40, 80, 120])("looks as it was read through, %i columns", async (width) => {
    const printed = text.render(reports.get(name)!, view(width));
    const widest = Math.max(...printed.split("\n").map((line) => stringWidth(line)));
    expect(widest).toBeLessThanOrEqual(width);
    await expect(printed).toMatchFileSnapshot(join(GOLDEN, `${name}-${width}.txt`));
  });

  it("looks as it was read through, in colour", async () => {
    const printed = text.render(reports.get(name)!, view(80, 1));
    await expect(printed).toMatchFileSnapshot(join(GOLDEN, `${name}-colour.txt`));
  });

  it("says the same as JSON", async () => {
    const { meta: _, ...report } = JSON.parse(json.render(reports.get(name)!, view(80))) as Report;
    // the 168 cells of the week on a line each: a difference is seen, the file stays short
    const rounded = (_: string, value: unknown) =>
      typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
    const printed = JSON.stringify(report, rounded, 1).replace(
      /\{\s+"weekday": \d+,\s+"hour": \d+,[^{}]*(?:\{[^{}]*\})?[^{}]*\}/g,
      (cell) => cell.replace(/\s+/g, " "),
    );
    await expect(`${printed}\n`).toMatchFileSnapshot(join(GOLDEN, `${name}.json`));
  });

  it("is valid under the printed schema", () => {
    const document = JSON.parse(json.render(reports.get(name)!, view(80)));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...document, windows: { ...document.windows, grid: [] } })).toBe(false);
  });

  it.each([text, markdown, html])("claims no more than posts can show: $id", (reporter) => {
    expect(reporter.render(reports.get(name)!, view(120))).not.toMatch(OWN_WORDS_FORBIDDEN);
  });
});

describe.each(names)("every recommendation of %s", (name) => {
  it("states evidence, interval, sureness, next step and source", () => {
    const report = reports.get(name)!;
    expect(report.recommendations.length).toBeGreaterThan(0);
    for (const recommendation of report.recommendations) {
      const { id, kind, why, next, action, sources, expected, evidence } = recommendation;
      expect(
        [action, why, next].map((part) => /\S.*[.!?]$/.test(part)),
        id,
      ).toEqual([true, true, true]);
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { document, heading } of sources) {
        expect(document, id).toMatch(/^\d{3}_[0-9a-f]{16}\.txt$/);
        expect(heading, id).toMatch(/\S/);
      }
      if (kind === "do" || kind === "stop") {
        expect(evidence.length, id).toBeGreaterThan(0);
        expect(expected, id).not.toBeNull();
        expect(expected!.low, id).toBeLessThanOrEqual(expected!.lift);
        expect(expected!.high, id).toBeGreaterThanOrEqual(expected!.lift);
      }
      // what can be measured says so with an interval and how sure it is
      if (kind === "do" || kind === "stop" || kind === "test") {
        expect(why, id).toMatch(/\d[^.]* posts?\b/);
        expect(why, id).toMatch(/\d+ % interval|\d+ % interval\b/);
        expect(why, id).toMatch(/% sure|plausible/);
      }
    }
  });

  it("stands in the text with its next step, how sure and the source", () => {
    const report = reports.get(name)!;
    const flat = text.render(report, view(120)).replace(/\s+/g, " ");
    const shown = report.recommendations.filter(({ kind }) => kind !== "practice").slice(0, 5);
    for (const { title, next, strategy } of shown) {
      expect(flat).toContain(title);
      expect(flat).toContain(next.replace(/\s+/g, " "));
      expect(flat).toContain(`${strategy} · S`);
    }
    expect(flat.match(/→/g)!.length).toBeGreaterThanOrEqual(shown.length);
  });
});

it("the documents say nothing that claims too much", () => {
  const path = join(import.meta.dirname, "../docs/strategies.md");
  expect(readFileSync(path, "utf8")).not.toMatch(OWN_WORDS_FORBIDDEN);
});

afterAll(() => {
  // a golden file of nobody would never be looked at again
  const known = new Set(
    names.flatMap((name) => ["40.txt", "80.txt", "120.txt", "colour.txt"].map((end) => `${name}-${end}`)),
  );
  for (const name of names) known.add(`${name}.json`);
  if (existsSync(GOLDEN)) expect(readdirSync(GOLDEN).filter((file) => !known.has(file))).toEqual([]);
});
