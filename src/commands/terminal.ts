import type { View } from "../types.ts";
import type { Io, OutStream } from "./io.ts";

/**
 * What a view may use on a stream: width, colour and letters. NO_COLOR, FORCE_COLOR, TERM, COLUMNS, COLORTERM and the locale are
 * honoured; a stream that is no terminal gets no colour unless FORCE_COLOR asks for it.
 * @param color false = --no-color
 */
export function viewOf(stream: OutStream, color: boolean, io: Io): View {
  return { width: widthOf(stream, io), colour: colourOf(stream, color, io), unicode: unicodeOf(io) };
}

function widthOf(stream: OutStream, io: Io): number {
  const asked = Number(io.env["COLUMNS"]);
  const columns = Number.isInteger(asked) && asked > 0 ? asked : stream.isTTY ? stream.columns || 80 : 80;
  return Math.min(Math.max(columns, 20), 120);
}

function colourOf(stream: OutStream, color: boolean, io: Io): View["colour"] {
  const { env } = io;
  const forced = env["FORCE_COLOR"];
  if (!color || (env["NO_COLOR"] ?? "") !== "" || forced === "0" || forced === "false") return 0;
  const terminal = env["TERM"] ?? "";
  if (forced === undefined && (!stream.isTTY || terminal === "dumb")) return 0;
  if (forced === "1" || forced === "2" || forced === "3") return Number(forced) as View["colour"];
  if (/truecolor|24bit/i.test(env["COLORTERM"] ?? "")) return 3;
  return /256/.test(terminal) ? 2 : 1;
}

function unicodeOf(io: Io): boolean {
  const { env, platform } = io;
  if (env["TERM"] === "dumb" || env["TERM"] === "linux") return false;
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  if (platform === "win32" || platform === "darwin") return true;
  return locale === "" ? true : /utf-?8/i.test(locale);
}

/** A line of progress that disappears again; does nothing where it would disturb. */
export interface Progress {
  stop(): void;
}

/** Whether a line of progress may be drawn: on a terminal that can take it back, and not under -q or CI. */
export function showsProgress(quiet: boolean, { stderr, env }: Io): boolean {
  return !quiet && stderr.isTTY === true && env["TERM"] !== "dumb" && (env["CI"] ?? "") === "";
}

/**
 * A spinner on a terminal's stderr, shown only when the work takes longer than a second.
 * @param quiet -q
 */
export function startProgress(text: string, quiet: boolean, io: Io): Progress {
  if (!showsProgress(quiet, io)) return { stop() {} };
  let spinner: { stop(): unknown } | null = null;
  let stopped = false;
  const timer = setTimeout(async () => {
    const { default: ora } = await import("ora");
    if (!stopped)
      spinner = ora({ text, stream: io.stderr as NodeJS.WriteStream, discardStdin: false }).start();
  }, 1000);
  timer.unref();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      spinner?.stop();
    },
  };
}
