import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A source file: its path below src with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** What a room may import (other rooms by folder, or top-level files by name) and which packages it may load. */
export interface Door {
  rooms: readonly string[];
  packages: readonly string[];
  /** true: may touch the world (process, clock, console) */
  world?: true;
}

const EVERYONE = ["types", "errors", "zone", "wording", "nearest"];

/** Every TypeScript file below a folder. */
export function sourceFiles(root: string): SourceFile[] {
  const found: SourceFile[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
    const path = join(entry.parentPath, entry.name);
    found.push({ path: relative(root, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Room of a file: its first folder, or for a file directly in src its name without ending. */
export function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : path.replace(/\.ts$/, "");
}

/** Specifiers of all static and dynamic imports and re-exports; type-only ones are marked. */
export function importsOf(text: string): { specifier: string; typeOnly: boolean }[] {
  const code = withoutComments(text);
  const found: { specifier: string; typeOnly: boolean }[] = [];
  for (const match of code.matchAll(
    /\b(import|export)\s+(type\s+)?(?:[\w*{][^;"']*?\sfrom\s+)?["']([^"']+)["']/g,
  ))
    found.push({ specifier: match[3]!, typeOnly: match[2] !== undefined });
  for (const match of code.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g))
    found.push({ specifier: match[1]!, typeOnly: false });
  return found;
}

/** Everything in a file that its room's door forbids, as sentences; [] = nothing. */
export function doorViolations(file: SourceFile, doors: ReadonlyMap<string, Door>): string[] {
  const room = roomOf(file.path);
  const door = doors.get(room);
  if (!door) return [`src/${file.path}: the room ${room} is not in the table of doors`];
  const wrong: string[] = [];
  for (const { specifier, typeOnly } of importsOf(file.text)) {
    if (NETWORK.test(specifier)) wrong.push(`src/${file.path}: imports ${specifier}: no network, ever`);
    if (specifier.startsWith(".")) {
      const target = roomOf(join(file.path, "..", specifier).replaceAll("\\", "/"));
      const schemaType =
        typeOnly && target === "report" && /report\/(schema|vocabulary)\.ts$/.test(specifier);
      if (target !== room && !EVERYONE.includes(target) && !door.rooms.includes(target) && !schemaType)
        wrong.push(`src/${file.path}: the room ${room} may not import ${specifier}`);
    } else if (!door.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`)))
      wrong.push(`src/${file.path}: the room ${room} may not load the package ${specifier}`);
  }
  if (!door.world)
    for (const [what, pattern] of WORLD)
      if (pattern.test(withoutComments(file.text)))
        wrong.push(`src/${file.path}: touches the world: ${what}`);
  if (/\bfetch\(/.test(withoutComments(file.text))) wrong.push(`src/${file.path}: fetch: no network, ever`);
  return wrong;
}

const NETWORK = /^(node:)?(http|https|http2|net|dgram|dns|tls)(\/|$)/;
const WORLD: readonly (readonly [string, RegExp])[] = [
  ["process", /\bprocess\./],
  ["console", /\bconsole\./],
  ["the clock", /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/],
  ["Math.random", /\bMath\.random\(/],
];

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** The examples of a file's docstrings: `@example call // value`. */
export function docExamples(text: string): { call: string; value: string }[] {
  return [...text.matchAll(/@example\s+(.+?)\s+\/\/\s+(.+?)\s*(?:\*\/)?$/gm)].map((match) => ({
    call: match[1]!,
    value: match[2]!,
  }));
}

/** Evaluates an expression with a module's exports in scope. */
export function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(scope);
  return new Function(...names, `"use strict"; return (${expression});`)(...names.map((name) => scope[name]));
}
