import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { VERBS } from "../src/commands/verbs.ts";
import {
  type Door,
  docExamples,
  doorViolations,
  evaluate,
  importsOf,
  roomOf,
  sourceFiles,
  unusedPermissions,
} from "./support/house.ts";

const SRC = join(import.meta.dirname, "../src");
const ROOT = join(import.meta.dirname, "..");
const files = sourceFiles(SRC);

/** Who may import whom, and which packages a room may load. types, errors, zone, wording and nearest are open to everyone. */
const DOORS: ReadonlyMap<string, Door> = new Map([
  ["types", { rooms: [], packages: [] }],
  ["errors", { rooms: [], packages: [] }],
  ["zone", { rooms: [], packages: [] }],
  ["wording", { rooms: [], packages: [] }],
  ["nearest", { rooms: [], packages: [] }],
  ["stats", { rooms: [], packages: [] }],
  [
    "read",
    {
      rooms: [],
      packages: [
        "csv-parse",
        "fflate",
        "read-excel-file",
        "node:fs",
        "node:fs/promises",
        "node:path",
        "node:crypto",
        "node:zlib",
      ],
    },
  ],
  ["model", { rooms: ["stats"], packages: [] }],
  ["strategies", { rooms: ["model", "stats"], packages: [] }],
  ["report", { rooms: ["model", "stats"], packages: ["zod"] }],
  ["reporters", { rooms: [], packages: ["chalk", "date-fns", "string-width", "ical-generator"] }],
  ["advise", { rooms: ["model", "strategies", "report"], packages: [] }],
  ["demo", { rooms: [], packages: [] }],
  ["index", { rooms: ["read", "strategies", "report", "reporters", "advise", "demo"], packages: [] }],
  [
    "commands",
    {
      rooms: ["index"],
      packages: [
        "commander",
        "inquirer",
        "ora",
        "node:fs",
        "node:fs/promises",
        "node:path",
        "node:os",
        "node:url",
        "node:worker_threads",
        "node:v8",
        "node:util",
      ],
      world: true,
    },
  ],
  ["cli", { rooms: ["commands"], packages: ["commander"], world: true }],
] satisfies [string, Door][]);

describe("doors", () => {
  it.each(files.map((file) => [file.path, file] as const))("%s keeps to its door", (_, file) => {
    expect(doorViolations(file, DOORS)).toEqual([]);
  });

  it("the table of ARCHITECTURE.md says the same", () => {
    const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
    const listed = (cell: string) =>
      cell === "–"
        ? []
        : cell
            .replace(/ \(.*?\)/g, "")
            .split(", ")
            .sort();
    const rows = [...text.matchAll(/^\| `([\w/]+)(?:\.ts)?` \| .+ \| (.+) \| (.+) \|$/gm)];
    const told = rows.filter(([, room]) => !room!.includes("/"));
    expect(told.length).toBeGreaterThan(8);
    for (const [, room, rooms, packages] of told) {
      const door = DOORS.get(room!)!;
      expect(listed(rooms!), room).toEqual([...door.rooms].sort());
      const real = door.packages.filter((name) => !name.startsWith("node:"));
      expect(listed(packages!), room).toEqual([...real].sort());
    }
    const known = told.map(([, room]) => room);
    const open = [...DOORS.keys()].filter((room) => !known.includes(room));
    for (const room of open) expect(text).toContain(`\`${room}.ts\` (`);
  });

  it("is open for nothing that nobody fetches", () => {
    expect(unusedPermissions(files, DOORS)).toEqual([]);
    const closet = new Map([["stats", { rooms: ["model"], packages: ["zod"] }]]);
    expect(unusedPermissions([{ path: "stats/median.ts", text: "" }], closet)).toEqual([
      "stats: nobody imports model",
      "stats: nobody loads zod",
    ]);
  });

  it("the phrases of a language know nothing but their own shape", () => {
    const phrases = files.filter(({ path }) => /^model\/cues\/[a-z]{2}\.ts$/.test(path));
    expect(phrases.length).toBeGreaterThan(10);
    for (const { path, text } of phrases)
      expect(importsOf(text), path).toEqual([{ specifier: "./cue-words.ts", typeOnly: true }]);
  });

  it("every file that ARCHITECTURE.md names is there", () => {
    const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
    const named = [...text.matchAll(/`([\w./-]+\.(?:ts|js|mjs))`|\]\(([^)]+)\)/g)].map(
      (match) => match[1] ?? match[2]!,
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => ![ROOT, SRC].some((folder) => existsSync(join(folder, path))))).toEqual([]);
  });

  it("only the judge makes a Judged", () => {
    const makers = files.filter(({ text }) => /as unknown as[^;]*\bJudged\b/.test(text));
    expect(makers.map(({ path }) => path)).toEqual(["report/judge.ts"]);
  });

  it("zod is loaded by report/schema.ts alone", () => {
    const others = files.filter((file) => file.path !== "report/schema.ts" && /from "zod"/.test(file.text));
    expect(others.map((file) => file.path)).toEqual([]);
  });

  it("names a forbidden import, a network import, a package, the clock and an unknown room", () => {
    const wrong = (path: string, text: string) => doorViolations({ path, text }, DOORS).join("; ");
    expect(wrong("stats/median.ts", 'import { fit } from "../model/fit.ts";')).toContain(
      "may not import ../model/fit.ts",
    );
    expect(wrong("model/fit.ts", 'import "node:https";')).toContain("no network");
    expect(wrong("reporters/text.ts", 'import { parse } from "csv-parse";')).toContain(
      "may not load the package csv-parse",
    );
    expect(wrong("model/fit.ts", "const now = Date.now();")).toContain("the clock");
    expect(wrong("helpers/attic.ts", "")).toContain("not in the table of doors");
    expect(wrong("model/fit.ts", 'import { median } from "../stats/median.ts";')).toBe("");
  });
});

describe("order", () => {
  it.each(["src", "test", "scripts", "bench"])("no file of %s is over 400 lines", (folder) => {
    const all = sourceFiles(join(ROOT, folder), /\.(ts|js|mjs|R)$/);
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ text }) => text.split("\n").length > 401).map(({ path }) => path)).toEqual([]);
  });

  it("there is no attic", () => {
    const attics = files.filter((file) =>
      /(^|\/)(util|utils|lib|helpers|common|core)(\/|\.ts$)/.test(file.path),
    );
    expect(attics.map((file) => file.path)).toEqual([]);
  });

  it("nothing is exported by default", () => {
    expect(files.filter((file) => /^export default/m.test(file.text)).map((file) => file.path)).toEqual([]);
  });
});

describe("registries", () => {
  const registered = (folder: string, indexFile = `${folder}/index.ts`) => {
    const index = readFileSync(join(SRC, indexFile), "utf8");
    return files
      .filter(
        (file) =>
          file.path.startsWith(`${folder}/`) && file.path.split("/").length === folder.split("/").length + 1,
      )
      .map((file) => basename(file.path))
      .filter((name) => name !== "index.ts")
      .filter((name) => !index.includes(`"./${name}"`));
  };

  it("every export format is registered and has a fixture", () => {
    expect(registered("read/formats")).toEqual([]);
  });

  it("every caption language is registered", () => {
    expect(registered("model/cues")).toEqual([]);
  });

  it("every verb has a file and a case in cli.test.ts", () => {
    const cases = readFileSync(join(ROOT, "test/cli.test.ts"), "utf8");
    for (const verb of VERBS) {
      expect(existsSync(join(SRC, `commands/${verb.name}.ts`)), verb.name).toBe(true);
      expect(cases, verb.name).toContain(verb.name);
      expect(verb.example, verb.name).toContain(`tiktok-advisor ${verb.name}`);
    }
  });
});

describe("docstring examples", () => {
  const withExamples = files.filter((file) => docExamples(file.text).length > 0);
  it.each(withExamples.map((file) => [file.path, file] as const))("%s", async (_, file) => {
    const module = (await import(join(SRC, file.path))) as Record<string, unknown>;
    for (const { call, value } of docExamples(file.text))
      expect(evaluate(call, module), `${call} in src/${file.path}`).toEqual(evaluate(value, module));
  });

  it("a wrong example is seen", () => {
    const [example] = docExamples("/**\n * @example twice(2) // 5\n */");
    const twice = (n: number) => 2 * n;
    expect(evaluate(example!.call, { twice })).not.toEqual(evaluate(example!.value, { twice }));
  });

  it("rooms are told from paths", () => {
    expect(roomOf("read/formats/apify.ts")).toBe("read");
    expect(roomOf("zone.ts")).toBe("zone");
  });
});
