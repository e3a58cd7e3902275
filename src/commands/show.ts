import { AdvisorError } from "../errors.ts";
import { type DocumentView, jsonText } from "../index.ts";
import type { Call } from "./command.ts";
import { formatsOf } from "./formats.ts";
import type { Io } from "./io.ts";
import { writeOutput } from "./output.ts";
import type { Settings } from "./resolve-settings.ts";
import type { Verb } from "./settings.ts";
import { viewOf } from "./terminal.ts";
import { writeStream } from "./write-stream.ts";

export type Format = "text" | "json" | "markdown" | "html" | "csv" | "ics";

const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ["txt", "text"],
  ["md", "markdown"],
  ["htm", "html"],
  ["html", "html"],
  ["csv", "csv"],
  ["json", "json"],
  ["ics", "ics"],
]);

/**
 * The format of a result: --json, --format, else the ending of the output file, else text.
 * @throws AdvisorError USAGE for a format that it has not, or two that disagree
 */
export function formatOf(settings: Settings, verb: Verb): Format {
  const allowed = formatsOf(verb);
  const output = settings.get<string>("output");
  const isFlag = settings.sourceOf("format") === "flag";
  const preferred = settings.get<Format>("format");
  // A preference for reports, kept in a file or a variable, must not break the commands that have no such view.
  const asked = preferred && (isFlag || allowed.includes(preferred)) ? preferred : undefined;
  if (settings.get("json") && asked && asked !== "json" && isFlag)
    throw new AdvisorError(
      "USAGE",
      "--json",
      `and --format ${asked} contradict each other`,
      "give one of them",
    );
  const ending = ENDINGS.get(/\.([a-z]+)$/i.exec(output ?? "")?.[1]?.toLowerCase() ?? "");
  const format = settings.get("json") ? "json" : isFlag ? asked! : (ending ?? asked ?? "text");
  if (allowed.includes(format)) return format;
  throw new AdvisorError("USAGE", "--format", `${verb} has no ${format}`, `one of: ${allowed.join(", ")}`);
}

/** Writes a result to its place and says so on stderr when that is a file. */
export async function show(text: string, { settings, io }: Pick<Call, "settings" | "io">): Promise<void> {
  const path = await writeOutput(settings.get<string>("output") ?? null, text, io);
  if (path !== null) await note(`wrote ${path}`, settings, io);
}

/** Shows a document that has a text and a Markdown view beside its JSON. */
export async function showDocument<Document, Options>(
  document: Document,
  view: DocumentView<Document, Options>,
  options: Options,
  format: Format,
  call: Pick<Call, "settings" | "io">,
): Promise<void> {
  if (format === "json") await show(jsonText(document), call);
  else if (format === "markdown") await show(view.markdown(document, options), call);
  else await show(view.text(document, outputView(call), options), call);
}

/** What a view may use where the result goes: a file gets no colour. */
export function outputView({ settings, io }: Pick<Call, "settings" | "io">): ReturnType<typeof viewOf> {
  const view = viewOf(io.stdout, settings.get("color") !== false, io);
  return (settings.get<string>("output") ?? "-") === "-" ? view : { ...view, colour: 0 };
}

/** One line on stderr, unless -q. */
export async function note(line: string, settings: Settings, io: Io): Promise<void> {
  if (settings.get("quiet")) return;
  const { oneLine } = await import("./error-lines.ts");
  await writeStream(io.stderr, `${oneLine(line)}\n`);
}
