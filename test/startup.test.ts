import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltProgram, buildProgramFiles, spawned } from "./support/built-program.ts";
import { temporaryFolder } from "./support/fake-io.ts";

let program: BuiltProgram;
beforeAll(() => {
  program = buildProgramFiles();
});
afterAll(() => program?.remove());

/** Writes the address of every module that is loaded, ESM or CommonJS, to the file of LOADED. */
const HOOKS = `
import { appendFileSync } from "node:fs";
let log;
export const initialize = (path) => { log = path; };
export async function load(url, context, next) {
  appendFileSync(log, url + "\\n");
  return next(url, context);
}`;
const REGISTER = `
import { appendFileSync } from "node:fs";
import Module, { register } from "node:module";
register("./hooks.mjs", import.meta.url, { data: process.env.LOADED });
const load = Module._load;
Module._load = function (request, ...rest) {
  appendFileSync(process.env.LOADED, "require:/node_modules/" + request + "/\\n");
  return load.call(this, request, ...rest);
};`;

async function packagesLoadedBy(args: readonly string[], input = ""): Promise<Set<string>> {
  const cwd = temporaryFolder();
  const loaded = join(cwd, "loaded");
  writeFileSync(join(cwd, "hooks.mjs"), HOOKS);
  writeFileSync(join(cwd, "register.mjs"), REGISTER);
  const ended = await spawned(
    process.execPath,
    ["--import", join(cwd, "register.mjs"), program.bin, ...args],
    { cwd, env: { LOADED: loaded }, input },
  );
  expect([ended.code, ended.stderr.includes("error")]).toEqual([0, false]);
  const packages = new Set<string>();
  for (const line of readFileSync(loaded, "utf8").split("\n")) {
    for (const place of [line, ...bundledIn(line)]) {
      const name = /.*\bnode_modules\/((?:@[^/]+\/)?[^/.@][^/]*)\//.exec(place)?.[1];
      if (name) packages.add(name);
    }
  }
  return packages;
}

/** Files of packages whose code stands in a loaded chunk of the program itself. */
function bundledIn(url: string): readonly string[] {
  return url.startsWith("file:") ? (program.bundled.get(fileURLToPath(url)) ?? []) : [];
}

const HEAVY = [
  "ora",
  "inquirer",
  "date-fns",
  "csv-parse",
  "zod",
  "read-excel-file",
  "ical-generator",
  "fflate",
];

describe("what is loaded", { timeout: 300_000 }, () => {
  it.each([["--help"], ["--version"], ["analyze --help"], ["help init"]])(
    "%s loads none of the large packages",
    async (line) => {
      const loaded = await packagesLoadedBy(line.split(" "));
      expect(HEAVY.filter((name) => loaded.has(name))).toEqual([]);
    },
  );

  it("a package that is used is seen", async () => {
    const loaded = await packagesLoadedBy(["inspect", "-"], "id,views,likes,createTime\n1,2,3,1700000000\n");
    expect([...loaded]).toContain("csv-parse");
    const spared = ["inquirer", "ical-generator", "read-excel-file", "zod", "fflate"];
    expect(spared.filter((name) => loaded.has(name))).toEqual([]);
  });
});
