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

/** Every file below a folder whose name ends so; TypeScript by default. */
export function sourceFiles(root: string, ending = /\.ts$/): SourceFile[] {
  const found: SourceFile[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !ending.test(entry.name)) continue;
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
      const target = targetRoom(file.path, specifier);
      const schemaType =
        typeOnly && target === "report" && /report\/(schema|vocabulary)\.ts$/.test(specifier);
      if (target !== room && !EVERYONE.includes(target) && !door.rooms.includes(target) && !schemaType)
        wrong.push(`src/${file.path}: the room ${room} may not import ${specifier}`);
    } else if (!door.packages.some((name) => isOf(specifier, name)))
      wrong.push(`src/${file.path}: the room ${room} may not load the package ${specifier}`);
  }
  if (!door.world)
    for (const [what, pattern] of WORLD)
      if (pattern.test(withoutComments(file.text)))
        wrong.push(`src/${file.path}: touches the world: ${what}`);
  if (/\bfetch\(/.test(withoutComments(file.text))) wrong.push(`src/${file.path}: fetch: no network, ever`);
  return wrong;
}

/** What the doors allow although no file of the room makes use of it, as sentences. */
export function unusedPermissions(files: readonly SourceFile[], doors: ReadonlyMap<string, Door>): string[] {
  const unused: string[] = [];
  for (const [room, door] of doors) {
    const imports = files.flatMap((file) =>
      roomOf(file.path) === room
        ? importsOf(file.text).map(({ specifier }) => ({ path: file.path, specifier }))
        : [],
    );
    const rooms = new Set(imports.map(({ path, specifier }) => targetRoom(path, specifier)));
    for (const target of door.rooms) if (!rooms.has(target)) unused.push(`${room}: nobody imports ${target}`);
    for (const name of door.packages)
      if (!imports.some(({ specifier }) => isOf(specifier, name)))
        unused.push(`${room}: nobody loads ${name}`);
  }
  return unused;
}

const isOf = (specifier: string, name: string) => specifier === name || specifier.startsWith(`${name}/`);

/** The room that a relative import of a file leads to. */
function targetRoom(path: string, specifier: string): string {
  return roomOf(join(path, "..", specifier).replaceAll("\\", "/"));
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
