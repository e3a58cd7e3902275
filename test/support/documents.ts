import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A document of the project: its path from the root with forward slashes, and its text. */
export interface ProjectDocument {
  path: string;
  text: string;
}

/** Folders whose Markdown is not written for readers of the project. */
const OUTSIDE: ReadonlySet<string> = new Set(["node_modules", "dist", "coverage", "fixtures"]);

/** Every Markdown document below a folder, hidden folders but .git included. */
export function markdownDocuments(root: string, folder = root): ProjectDocument[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return OUTSIDE.has(entry.name) || entry.name === ".git" ? [] : markdownDocuments(root, path);
    if (!entry.name.endsWith(".md")) return [];
    return [{ path: relative(root, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }];
  });
}

/** A piece of a document: prose, a code span, or a fenced block with the first word of its language. */
export interface Piece {
  kind: "prose" | "span" | "block";
  language: string;
  text: string;
}

/** A document in pieces, in its order; a span that goes over a line end has a space there. */
export function piecesOf(markdown: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const fence of markdown.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm)) {
    pieces.push(...inlinePieces(markdown.slice(at, fence.index)));
    pieces.push({ kind: "block", language: fence[1]!, text: fence[2]! });
    at = fence.index + fence[0].length;
  }
  return [...pieces, ...inlinePieces(markdown.slice(at))];
}

function inlinePieces(text: string): Piece[] {
  return text.split(/`([^`]+)`/).map((part, index) => ({
    kind: index % 2 === 1 ? "span" : "prose",
    language: "",
    text: index % 2 === 1 ? part.replace(/\s+/g, " ").replaceAll("\\|", "|") : part,
  }));
}

/**
 * The commands of a shell text, as words: quotes are taken off, comments, pipes and assignments in front left out.
 * @example shellCommands("A=1 x --y 'a | b' | z # w") // [["x", "--y", "a | b"], ["z"]]
 */
export function shellCommands(text: string): string[][] {
  const joined = text.replace(/\\\n\s*/g, " ").replace(/"?\$\(|\)"?/g, " ; ");
  const commands: string[][] = [[]];
  for (const [token, single, double] of joined.matchAll(
    /'([^']*)'|"([^"]*)"|#[^\n]*|\|\||&&|[|;\n]|[^\s|;'"]+/g,
  )) {
    if (token.startsWith("#")) continue;
    if (/^(\|\|?|&&|;|\n)$/.test(token)) commands.push([]);
    else commands.at(-1)!.push(single ?? double ?? token);
  }
  return commands
    .map((words) => words.slice(words.findIndex((word) => !/^\w+=/.test(word))))
    .filter((words) => words.length > 0);
}

/** The anchors that GitHub gives the headings of a document. */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of withoutBlocks(markdown).matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Relative links of a document that lead nowhere, as sentences; [] = none. */
export function deadLinks({ path, text }: ProjectDocument, root: string): string[] {
  const links = [
    ...withoutBlocks(text)
      .replace(/`[^`]*`/g, "")
      .matchAll(/\]\(([^)\s]+)[^)]*\)/g),
  ];
  return links.flatMap(([, target]) => {
    if (/^[a-z]+:/i.test(target!)) return [];
    const [file, anchor] = target!.split("#") as [string, string | undefined];
    const place = file === "" ? join(root, path) : join(root, dirname(path), file);
    if (file !== "" && !existsSync(place)) return [`${path}: there is no ${target}`];
    if (anchor === undefined || !place.endsWith(".md")) return [];
    const known = anchorsOf(file === "" ? text : readFileSync(place, "utf8"));
    return known.has(anchor) ? [] : [`${path}: there is no heading for ${target}`];
  });
}

function withoutBlocks(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, "");
}
