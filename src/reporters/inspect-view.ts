import type { InspectDocument } from "../types.ts";
import { plural } from "../wording.ts";
import {
  type Block,
  bulletBlocks,
  headingBlock,
  type Piece,
  paragraphBlock,
  quietBlock,
  tableBlocks,
} from "./blocks.ts";
import { spanWords } from "./calendar-words.ts";
import { documentView } from "./document-view.ts";
import { missingBlocks } from "./missing-blocks.ts";
import { sentence } from "./story/sentence.ts";
import { dataOf } from "./story/your-data.ts";

const SHOWN_POSTS = 8;
const NAMED_FILES = 3;

/** What `inspect` prints: files, columns, rows, warnings with what to do, and what is missing. Options: hint per warning code. */
export const inspectView = documentView((document: InspectDocument, hints: ReadonlyMap<string, string>) => [
  ...headBlocks(document),
  ...fileBlocks(document),
  ...columnBlocks(document),
  ...postBlocks(document),
  ...warningBlocks(document, hints),
  ...missingBlocks(2, "What your export cannot show", dataOf(document).missing),
]);

function headBlocks({ data, settings }: InspectDocument): Block[] {
  const { from, to } = data.span;
  const facts = [
    plural(data.posts.total, "post"),
    ...(from !== null && to !== null ? [spanWords(from, to)] : []),
    `hours in ${settings.timeZone.name} (${settings.timeZone.source})`,
  ];
  return [headingBlock(1, data.account ?? "What was read"), paragraphBlock(facts.join(" · "))];
}

function fileBlocks({ data }: InspectDocument): Block[] {
  const story = dataOf({ data });
  const row = (file: InspectDocument["data"]["files"][number]) => [
    file.name,
    file.format,
    ...[file.rows, file.used, file.merged, file.dropped, file.other].map(String),
  ];
  return [
    headingBlock(2, "Files"),
    ...tableBlocks(
      [
        { name: "file" },
        { name: "format" },
        ...["rows", "used", "merged", "dropped", "other"].map((name) => ({ name, numeric: true })),
      ],
      data.files.map(row),
    ),
    paragraphBlock(sentence(story.ledger)),
    paragraphBlock(sentence(story.posts)),
    ...story.coverage.map((known) => paragraphBlock(known)),
  ];
}

const HOW = new Map([
  ["alias", "known header"],
  ["value", "guessed: please check"],
  ["map", "as you said (--map)"],
  ["id", "from the id or link"],
]);

function columnBlocks({ columns, data }: InspectDocument): Block[] {
  if (columns.length === 0) return [];
  const groups = sameColumns(columns);
  return [
    headingBlock(2, "Columns"),
    ...groups.flatMap(({ files, rows }) => [
      ...(data.files.length > 1 ? [paragraphBlock({ strong: fileWords(files) })] : []),
      ...tableBlocks([{ name: "field" }, { name: "header" }, { name: "how" }], rows),
    ]),
  ];
}

/** Files whose columns were understood alike, with that mapping once. */
function sameColumns(columns: InspectDocument["columns"]): { files: string[]; rows: string[][] }[] {
  const byFile = new Map<string, string[][]>();
  for (const { file, field, header, how } of columns) {
    byFile.set(file, [...(byFile.get(file) ?? []), [field, header, HOW.get(how) ?? how]]);
  }
  const groups = new Map<string, { files: string[]; rows: string[][] }>();
  for (const [file, rows] of byFile) {
    const key = JSON.stringify(rows);
    const group = groups.get(key) ?? { files: [], rows };
    group.files.push(file);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The first files by name, the others by number. */
function fileWords(files: readonly string[]): string {
  const named = files.slice(0, NAMED_FILES).join(", ");
  const others = files.length - NAMED_FILES;
  return others > 0 ? `${named} and ${plural(others, "file")} more` : named;
}

function postBlocks({ rows }: InspectDocument): Block[] {
  if (rows.length === 0) return [];
  const number = (value: number | null) => (value === null ? "" : String(value));
  const shown = rows.slice(-SHOWN_POSTS);
  return [
    headingBlock(2, "Posts as understood"),
    ...tableBlocks(
      [
        { name: "day" },
        { name: "UTC" },
        { name: "caption" },
        { name: "views", numeric: true },
        { name: "likes", numeric: true },
      ],
      shown.map((post) => [
        post.postedOn ?? "",
        post.postedAt === null ? "" : post.postedAt.slice(11, 16),
        shortText(post.title ?? ""),
        number(post.views),
        number(post.likes),
      ]),
    ),
    ...(rows.length > shown.length
      ? [quietBlock(`The newest ${shown.length} of ${plural(rows.length, "post")}; --json has all of them.`)]
      : []),
  ];
}

function shortText(text: string): string {
  const signs = [...text.replace(/\s+/g, " ")];
  return signs.length > 60 ? `${signs.slice(0, 59).join("")}…` : signs.join("");
}

function warningBlocks(document: InspectDocument, hints: ReadonlyMap<string, string>): Block[] {
  const { warnings } = dataOf(document);
  return [
    headingBlock(2, "Warnings"),
    ...(warnings.length === 0 ? [paragraphBlock("None.")] : []),
    ...bulletBlocks(
      warnings.map(({ code, count, severity, message }): Piece[] => {
        const hint = hints.get(code) ?? "";
        return [
          { strong: code },
          `${count > 1 ? ` ×${count}` : ""}${severity === "info" ? " (info)" : ""}: ${sentence(message)}`,
          ...(hint === "" ? [] : [` → ${sentence(hint)}`]),
        ];
      }),
    ),
  ];
}
