import { asciiDigits } from "./digits.ts";

/** What a cell of a number column holds. */
export type NumberKind =
  /** nothing: empty, `undefined`, `NaN`, `-` ... */
  | "missing"
  | "invalid"
  /** digits without a mark, or with a suffix (then a mark is a decimal mark) */
  | "plain"
  /** a mark that can only be a thousands mark: `1.234.567`, `1 234` */
  | "grouped"
  /** a mark that can only be a decimal mark: `680.0`, `0.123` */
  | "decimal"
  /** `1.234`: thousands or decimals, the column decides; `value` is the grouped reading, a thousandth of it the other */
  | "ambiguous";

/** Result of `scanNumber`, reused from cell to cell. */
export interface NumberCell {
  value: number;
  /** the mark that `kind` speaks of */
  mark: "." | "," | "";
  /** grouping mark beside a decimal mark (`1.234,5`), or "" */
  grouping: "." | "," | "";
  /** K, M, 万 ...: the value is rounded */
  suffix: boolean;
  /** written as ="123" */
  formula: boolean;
  percent: boolean;
}

/** An empty result for `scanNumber`. */
export function numberCell(): NumberCell {
  return { value: Number.NaN, mark: "", grouping: "", suffix: false, formula: false, percent: false };
}

const LONGEST_NUMBER = 64;
const MISSING: ReadonlySet<string> = new Set([
  "",
  "undefined",
  "nan",
  "null",
  "none",
  "n/a",
  "#n/a",
  "-",
  "--",
  "–",
  "—",
]);
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["b", 1e9],
  ["mil", 1e3],
  ["tsd", 1e3],
  ["mio", 1e6],
  ["mrd", 1e9],
  ["тыс", 1e3],
  ["млн", 1e6],
  ["万", 1e4],
  ["萬", 1e4],
  ["만", 1e4],
  ["億", 1e8],
  ["亿", 1e8],
  ["억", 1e8],
]);

/**
 * Whether a cell says that there is no value. Missing is never zero.
 * @example isMissing(" N/A ") // true
 */
export function isMissing(cell: string): boolean {
  return cell.length < 16 && MISSING.has(cell.trim().toLowerCase());
}

/**
 * Reads one cell of a number column in one pass. Marks are judged as far as the cell alone allows; `settleMarks` does the rest.
 * @param cell raw text
 * @param out receives the value; reused so that a million cells cost no objects
 */
export function scanNumber(cell: string, out: NumberCell): NumberKind {
  out.mark = "";
  out.grouping = "";
  out.suffix = false;
  out.formula = false;
  out.percent = false;
  const size = cell.length;
  if (size > 0 && size <= 15) {
    let value = 0;
    let index = 0;
    for (; index < size; index++) {
      const digit = cell.charCodeAt(index) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (index === size) {
      out.value = value;
      return "plain";
    }
  }
  return scanSlowly(cell, out);
}

function scanSlowly(cell: string, out: NumberCell): NumberKind {
  out.value = Number.NaN;
  if (cell.length > LONGEST_NUMBER) return cell.trim() === "" ? "missing" : "invalid";
  let text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"') && text.length >= 3) {
    out.formula = true;
    text = text.slice(2, -1).trim();
  }
  text = asciiDigits(text).trim().toLowerCase();
  if (MISSING.has(text)) return "missing";
  let sign = 1;
  if (text.startsWith("-") || text.startsWith("−")) {
    sign = -1;
    text = text.slice(1).trim();
  } else if (text.startsWith("+")) {
    text = text.slice(1).trim();
  }
  if (text.endsWith("%")) {
    out.percent = true;
    text = text.slice(0, -1).trim();
  }
  let end = 0;
  while (end < text.length && isNumberLetter(text.charCodeAt(end))) end++;
  const tail = text.slice(end).trim();
  const body = text.slice(0, end).trim();
  let factor = 1;
  if (tail !== "") {
    const name = tail.endsWith(".") ? tail.slice(0, -1) : tail;
    const found = SUFFIXES.get(name);
    if (found === undefined || out.percent) return "invalid";
    factor = found;
    out.suffix = true;
  }
  const kind = scanBody(body, out, out.suffix);
  if (kind === "invalid") out.value = Number.NaN;
  else {
    const scaled = out.suffix ? Math.round(out.value * factor) : out.value;
    out.value = sign * (out.percent ? scaled / 100 : scaled);
  }
  return kind;
}

/** Digits, marks, spaces and apostrophes. */
function isNumberLetter(code: number): boolean {
  return (code >= 48 && code <= 57) || markOf(code) !== "";
}

type Mark = "." | "," | "'" | " " | "";

function markOf(code: number): Mark {
  switch (code) {
    case 0x2e:
    case 0x66b:
      return ".";
    case 0x2c:
    case 0x66c:
      return ",";
    case 0x27:
    case 0x2019:
      return "'";
    case 0x20:
      return " ";
    default:
      return "";
  }
}

/** The digits with their marks: sets value, mark and grouping. */
function scanBody(body: string, out: NumberCell, suffix: boolean): NumberKind {
  const groups: string[] = [];
  const marks: Mark[] = [];
  let start = 0;
  for (let index = 0; index < body.length; index++) {
    const mark = markOf(body.charCodeAt(index));
    if (mark === "") continue;
    groups.push(body.slice(start, index));
    marks.push(mark);
    start = index + 1;
  }
  groups.push(body.slice(start));
  const digits = groups.join("");
  if (digits === "" || digits.length > 20) return "invalid";
  if (marks.length === 0) {
    out.value = Number(digits);
    return "plain";
  }
  const last = marks[marks.length - 1]!;
  const others = marks.slice(0, -1);
  const whole = groups.slice(0, -1);
  const fraction = groups[groups.length - 1]!;
  const asDecimal = () => Number(`${whole.join("")}.${fraction}`);
  if (others.length === 0) {
    if (last === " " || last === "'") return grouped(groups, out, digits, "");
    const couldGroup = /^[1-9]\d{0,2}$/.test(whole[0]!) && fraction.length === 3;
    if (couldGroup && !suffix) {
      out.mark = last as "." | ",";
      out.value = Number(digits);
      return "ambiguous";
    }
    out.mark = last as "." | ",";
    out.value = asDecimal();
    return suffix ? "plain" : "decimal";
  }
  if (others.every((mark) => mark === last)) {
    return grouped(groups, out, digits, last === "." || last === "," ? last : "");
  }
  const first = others[0]!;
  if (last === " " || last === "'" || others.some((mark) => mark !== first)) return "invalid";
  if (grouped(whole, out, whole.join(""), "") === "invalid") return "invalid";
  out.mark = last;
  out.grouping = first === "." || first === "," ? first : "";
  out.value = asDecimal();
  return suffix ? "plain" : "decimal";
}

/** Groups of three (1.234.567), or the Indian 12,34,567. */
function grouped(
  groups: readonly string[],
  out: NumberCell,
  digits: string,
  mark: "." | "," | "",
): NumberKind {
  const first = groups[0]!;
  const rest = groups.slice(1);
  const last = groups[groups.length - 1]!;
  const threes = first.length >= 1 && first.length <= 3 && rest.every((group) => group.length === 3);
  const indian =
    rest.length >= 2 &&
    first.length >= 1 &&
    first.length <= 2 &&
    last.length === 3 &&
    rest.slice(0, -1).every((group) => group.length === 2);
  if (!threes && !indian) return "invalid";
  out.mark = mark;
  out.value = Number(digits);
  return "grouped";
}

/** What the cells of one column show about its marks; counts, so that the order of rows does not matter. */
export interface MarkEvidence {
  grouped: { ".": number; ",": number };
  decimal: { ".": number; ",": number };
  ambiguous: { ".": number; ",": number };
}

/** Evidence before the first cell. */
export function markEvidence(): MarkEvidence {
  return { grouped: { ".": 0, ",": 0 }, decimal: { ".": 0, ",": 0 }, ambiguous: { ".": 0, ",": 0 } };
}

/** Adds what one scanned cell shows. */
export function noteMark(evidence: MarkEvidence, kind: NumberKind, cell: NumberCell): void {
  if (cell.grouping !== "") evidence.grouped[cell.grouping]++;
  if (cell.mark === "") return;
  // "1.2K" says which mark is the decimal one.
  if (kind === "decimal" || kind === "plain") evidence.decimal[cell.mark]++;
  else if (kind === "grouped") evidence.grouped[cell.mark]++;
  else if (kind === "ambiguous") evidence.ambiguous[cell.mark]++;
}

/** How the ambiguous cells of a column are read. */
export interface MarkDecision {
  ".": "grouped" | "decimal";
  ",": "grouped" | "decimal";
  /** marks that fit both ways: read as thousands, to be named as NUMBER_LOCALE */
  unsure: readonly ("." | ",")[];
}

/** Decides what the marks of a column mean, from all its cells. What fits both ways is read as grouped. */
export function settleMarks(evidence: MarkEvidence): MarkDecision {
  const unsure: ("." | ",")[] = [];
  const decide = (mark: "." | ",", other: "." | ","): "grouped" | "decimal" => {
    if (evidence.grouped[mark] > 0) return "grouped";
    if (evidence.decimal[mark] > 0) return "decimal";
    if (evidence.decimal[other] > 0) return "grouped";
    if (evidence.grouped[other] > 0) return "decimal";
    if (evidence.ambiguous[mark] > 0) unsure.push(mark);
    return "grouped";
  };
  return { ".": decide(".", ","), ",": decide(",", "."), unsure };
}

/**
 * Reads a number that is a measure, not a count: a lone mark is a decimal mark. A percentage comes back as a share.
 * @returns null where the cell is missing or no number
 * @example parseMeasure("12,5") // 12.5
 */
export function parseMeasure(cell: string): number | null {
  const out = numberCell();
  const kind = scanNumber(cell, out);
  if (kind === "missing" || kind === "invalid") return null;
  return kind === "ambiguous" ? out.value / 1000 : out.value;
}

/**
 * Reads a duration in seconds: a number, or a clock `m:ss` or `h:mm:ss`; 0 means a photo post and comes back as null.
 * @example parseDuration("1:05") // 65
 */
export function parseDuration(cell: string): number | null {
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d{1,3})?$/.exec(asciiDigits(cell).trim());
  if (clock) {
    const seconds = Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
    return seconds > 0 ? seconds : null;
  }
  const text = cell.endsWith("s") ? cell.slice(0, -1) : cell;
  const value = parseMeasure(text);
  return value !== null && value > 0 ? value : null;
}
