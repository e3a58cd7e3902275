import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildProgram } from "../src/cli.ts";
import { ENVIRONMENT } from "../src/commands/environment.ts";
import { EXIT_STATUS } from "../src/commands/man-page.ts";
import { CONFIG_NAME, resolveSettings } from "../src/commands/resolve-settings.ts";
import { settingTexts } from "../src/commands/setting-texts.ts";
import { longName, SETTINGS, variableOf } from "../src/commands/settings.ts";
import { ARGUMENTS, VERBS } from "../src/commands/verbs.ts";
import { ERRORS, EXIT } from "../src/errors.ts";
import { WARNINGS } from "../src/read/index.ts";
import { POST_FIELDS } from "../src/read/rows.ts";
import { TERMS } from "../src/report/terms.ts";
import { OUTCOMES, RECOMMENDATION_KINDS, VERDICTS } from "../src/report/vocabulary.ts";
import { strategies } from "../src/strategies/index.ts";
import { anchorsOf, deadLinks, markdownDocuments, piecesOf, shellCommands } from "./support/documents.ts";
import { fakeIo, temporaryFolder } from "./support/fake-io.ts";
import { sourceFiles } from "./support/house.ts";
import { programFlags, unknownNames } from "./support/named-in-documents.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const reference = read("docs/reference.md");
const sources = sourceFiles(join(ROOT, "src"));

/** The rows of the tables under a heading of the reference, as their cells. */
function rowsUnder(heading: string): string[][] {
  const section = reference.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^\| (.+) \|$/gm)].map(([, row]) => row!.split(/ (?<!\\)\| /));
}
const firstCells = (heading: string) => rowsUnder(heading).map(([first]) => first);
const inCode = (names: readonly string[]) => names.map((name) => `\`${name}\``);

describe("docs/reference.md has", () => {
  it("every command with its arguments and its example", () => {
    for (const { name, args, example } of VERBS) {
      expect(reference).toContain(`\n### ${name}\n`);
      expect(reference).toContain(`\ntiktok-advisor ${[name, args].join(" ").trim()} [options]\n`);
      expect(reference).toContain(`\n${example}\n`);
      for (const [, argument] of args.matchAll(/[<[](\w+)/g)) {
        expect(ARGUMENTS.has(argument!), argument).toBe(true);
        expect(firstCells("Commands")).toContain(`\`${argument}\``);
      }
    }
  });

  it("every flag of the command tree, hidden ones too", () => {
    const told = new Set(
      firstCells("Flags")
        .join(" ")
        .match(/--[a-z-]+/g),
    );
    expect([...programFlags()].filter((flag) => !told.has(flag))).toEqual([]);
    expect(told.size).toBeGreaterThan(SETTINGS.length);
  });

  it("every setting with its flag, default, variable and key", () => {
    const rows = rowsUnder("Flags");
    for (const setting of SETTINGS) {
      const [, , fallback] = rows.find(([flag]) => flag === `\`${setting.flags}\``)!;
      const [value] = settingTexts(setting, setting.fallback);
      if (setting.shape !== "flag" && value !== undefined) expect(fallback, setting.key).toBe(value);
      const place = rows.find(([, variable]) => variable === `\`${variableOf(setting)}\``)!;
      expect(place[0]).toBe(`\`--${longName(setting.flags)}\``);
      expect(place[2]).toBe(setting.flagOnly ? "–" : `\`${setting.key}\``);
      if (!setting.flagOnly) expect(firstCells("Configuration file")).toContain(`\`${setting.key}\``);
    }
  });

  it("every value that a flag is limited to", () => {
    const flags = rowsUnder("Flags");
    for (const { flags: spelled, choices = [] } of [
      ...SETTINGS,
      ...VERBS.flatMap((verb) => verb.options ?? []),
    ]) {
      const row = flags.find(([flag]) => flag === `\`${spelled}\``)!;
      for (const choice of choices) expect(row.join(" "), spelled).toContain(`\`${choice}\``);
    }
  });

  it("every variable that the code reads, and no other", () => {
    const asked = sources.flatMap(({ text }) => [...text.matchAll(/\benv(?:\.|\[")([A-Z_]+)\b/g)]);
    const names = new Set(
      asked.map((match) => match[1]!).filter((name) => !name.startsWith("TIKTOK_ADVISOR_")),
    );
    expect([...ENVIRONMENT.keys()].sort()).toEqual([...names].sort());
    expect(firstCells("Environment").slice(1)).toEqual(inCode([...ENVIRONMENT.keys()]));
  });

  it("an example of the configuration file that the program takes", () => {
    const io = fakeIo().io;
    const [example] = piecesOf(reference).filter(({ language }) => language === "json");
    const path = join(temporaryFolder(), CONFIG_NAME);
    writeFileSync(path, example!.text);
    const settings = resolveSettings({ config: path }, io);
    for (const key of Object.keys(JSON.parse(example!.text)).filter((each) => each !== "exports"))
      expect(settings.sourceOf(key), key).toBe("config");
    expect(settings.exports.length).toBe(1);
  });

  it("every exit code", () => {
    const told = EXIT_STATUS.flatMap(([codes]) => codes.split(", ").map(Number));
    expect(told).toEqual(Object.values(EXIT));
    expect(firstCells("Exit codes").slice(1)).toEqual(EXIT_STATUS.map(([codes]) => codes));
  });

  it("every warning with its severity, and no other", () => {
    const rows = rowsUnder("Warnings").filter(([code]) => code !== "code");
    const expected = Object.entries(WARNINGS).map(([code, { severity }]) => [`\`${code}\``, severity]);
    expect(rows.map((row) => row.slice(0, 2))).toEqual(expected);
    expect(rows.filter((row) => row.some((each) => each.trim() === ""))).toEqual([]);
  });

  it("every error with its exit code, and no other", () => {
    const rows = rowsUnder("Errors").slice(1);
    const expected = Object.entries(ERRORS).map(([code, { exit }]) => [`\`${code}\``, String(exit)]);
    expect(rows.map((row) => row.slice(0, 2))).toEqual(expected);
    expect(rows.filter((row) => row.some((each) => each.trim() === ""))).toEqual([]);
  });

  it("every verdict, kind, outcome and term", () => {
    const told = firstCells("Words of the reports");
    const words = [...VERDICTS, ...RECOMMENDATION_KINDS, ...OUTCOMES, ...TERMS.map(({ id }) => id)];
    expect(inCode(words).filter((word) => !told.includes(word))).toEqual([]);
  });

  it("every strategy, here and in strategies.md, and no other", () => {
    const ids = strategies.map(({ meta }) => meta.id);
    expect(firstCells("Strategies").slice(1)).toEqual(ids.map((id) => `[\`${id}\`](strategies.md#${id})`));
    const headings = [...read("docs/strategies.md").matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(ids);
  });

  it("every field of --map, and every layout", () => {
    const told = firstCells("Exports and columns");
    expect(inCode(POST_FIELDS).filter((field) => !told.includes(field))).toEqual([]);
    const layouts = sources
      .filter(({ path }) => path.startsWith("read/formats/"))
      .flatMap(({ text }) => /^ {2}id: "([^"]+)"/m.exec(text)?.[1] ?? []);
    expect(layouts.length).toBeGreaterThan(10);
    expect(inCode(layouts).filter((layout) => !told.includes(layout))).toEqual([]);
  });

  it("every function of statistics", () => {
    const functions = sources
      .filter(({ path }) => path.startsWith("stats/"))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^export function (\w+)/gm)].map(([, name]) => `[\`${name}\`](../src/${path})`),
      );
    const rows = rowsUnder("Statistics").slice(1);
    expect(rows.map(([name]) => name)).toEqual(functions);
    for (const [name, computes] of rows) expect(computes?.trim(), name).toMatch(/./);
  });
});

describe("README.md", () => {
  it("names every command, and every exit code as the reference does", () => {
    const readme = read("README.md");
    for (const { name } of VERBS) expect(readme).toMatch(new RegExp(`^\\| \`${name}[ \`]`, "m"));
    for (const [codes] of EXIT_STATUS) expect(readme).toContain(`\n| ${codes} | `);
  });
});

describe("man/tiktok-advisor.1", () => {
  const page = read("man/tiktok-advisor.1")
    .replaceAll("\\-", "-")
    .replace(/\\f[BIR]/g, "");

  it("has every command, visible flag, variable and exit code", () => {
    const program = buildProgram(
      async () => {},
      () => {},
    );
    for (const verb of program.commands)
      for (const option of verb.options.filter(({ hidden }) => !hidden))
        expect(page, `${verb.name()} ${option.long}`).toMatch(
          new RegExp(`^(-\\w, )?${option.long}( |$)`, "m"),
        );
    for (const { name, args } of VERBS)
      expect(page).toContain(`.SS "tiktok-advisor ${`${name} ${args}`.trim()}"`);
    for (const name of [...SETTINGS.map(variableOf), ...ENVIRONMENT.keys()])
      expect(page).toContain(`.TP\n${name}\n`);
    for (const [codes] of EXIT_STATUS) expect(page).toContain(`.TP\n${codes}\n`);
  });
});

describe("the documents name nothing that does not exist", () => {
  const names = new Set(
    sources.flatMap(({ text }) => text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []),
  );
  const documents = markdownDocuments(ROOT);
  const man = {
    path: "man/tiktok-advisor.1",
    text: read("man/tiktok-advisor.1")
      .replaceAll("\\-", "-")
      .replace(/^Example: \\fB(.*)\\fR$/gm, "`$1`")
      .replace(/\\f[BIR]/g, ""),
  };

  it("looks at the documents that people read", () => {
    expect(documents.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/reference.md",
      ]),
    );
  });

  it.each([...documents, man].map((document) => [document.path, document] as const))(
    "%s: commands, flags, variables, codes, scripts and files",
    async (_, document) => {
      expect(await unknownNames(document, names)).toEqual([]);
    },
  );

  it.each(documents.map((document) => [document.path, document] as const))("%s: links", (_, document) => {
    expect(deadLinks(document, ROOT)).toEqual([]);
  });

  it.each([
    ["a flag in prose", "Give it --frobnicate.", "there is no flag --frobnicate"],
    ["a flag in a span", "`--gaol views`", "there is no flag --gaol"],
    ["a value", "`--goal followers`", "no command takes --goal followers"],
    ["flags that do not go together", "`--each --weeks 2`", "no command takes --each --weeks 2"],
    ["a command", "`tiktok-advisor anlyze x.csv`", "tiktok-advisor anlyze x.csv is refused"],
    ["a flag of another command", "```sh\ntiktok-advisor plan x --each | jq .\n```", "is refused"],
    ["a flag behind a verb", "`config --hide`", "config --hide is refused"],
    ["an argument too many", "`strategies hashtags`", "is refused"],
    ["a variable", "Set TIKTOK_ADVISOR_GAOL.", "there is no variable TIKTOK_ADVISOR_GAOL"],
    ["a code", "`DATE_UNREAL`", "there is no DATE_UNREAL in the code"],
    ["a script", "`npm run frobnicate`", "there is no npm script frobnicate"],
    ["a flag of a script", "`npm run bench -- --loud`", "npm run bench does not take --loud"],
    ["a bare flag of a script", "`npm run bench`, with `-- --loud`", "npm run bench does not take --loud"],
    ["a file", "`src/attic.ts`", "there is no file src/attic.ts"],
  ])("and is seen when it does: %s", async (_, text, sentence) => {
    const found = await unknownNames({ path: "x.md", text }, names);
    expect(found.join("; ")).toContain(sentence);
  });

  it.each([
    "`npm install --global x`",
    "`npm run bench -- --long`, `-- --check`",
    "```sh\nX=1 tiktok-advisor demo --json | jq -r '.a --b'\n```",
    "`--fail-on new-advice --previous last.json`",
    "`-o, --output <file>`",
    "`compare <older> <newer>`",
    "`schedule [export...]`",
    "TIKTOK_ADVISOR_* and NUMBER_LOCALE",
    "```text\n a -- b --- c\n```",
  ])("and what exists is let through: %s", async (text) => {
    expect(await unknownNames({ path: "x.md", text }, names)).toEqual([]);
  });

  it("dead links and anchors are seen", () => {
    const dead = (text: string) => deadLinks({ path: "docs/x.md", text }, ROOT);
    expect(dead("# A b\n[a](#a-b) [b](../README.md#install) ![c](report.png) [d](https://x.y/z)")).toEqual(
      [],
    );
    expect(dead("[a](#b)")).toEqual(["docs/x.md: there is no heading for #b"]);
    expect(dead("[a](../README.md#attic)")).toEqual([
      "docs/x.md: there is no heading for ../README.md#attic",
    ]);
    expect(dead("[a](README.md)")).toEqual(["docs/x.md: there is no README.md"]);
    expect([...anchorsOf("# `a` b, c!\n## Ünder_score\n## Ünder_score\n```\n# no\n```")]).toEqual([
      "a-b-c",
      "ünder_score",
      "ünder_score-1",
    ]);
  });

  it("a shell line is taken apart into commands", () => {
    expect(shellCommands("A=1 x --y 'a | b' \\\n  c | z # w\nq \"$(p -r)\"")).toEqual([
      ["x", "--y", "a | b", "c"],
      ["z"],
      ["q"],
      ["p", "-r"],
    ]);
  });
});
