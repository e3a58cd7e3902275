/** How the fields of a line are written. */
export interface Dialect {
  delimiter: string;
  /** "" = no quotes */
  quote: string;
}

/**
 * Splits one line, tolerant of stray quotes: a quoted field ends only at a quote before a delimiter or the end, every
 * other quote is a letter. Never throws.
 * @example splitLine('a,"b, ""c""",d"e', { delimiter: ",", quote: '"' }) // ["a", "b, \"c\"", "d\"e"]
 */
export function splitLine(line: string, { delimiter, quote }: Dialect): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const field = quote !== "" && line.startsWith(quote, at) ? quotedField(line, at, delimiter, quote) : null;
    if (field) {
      fields.push(field.text);
      at = field.end;
    } else {
      const end = line.indexOf(delimiter, at);
      fields.push(end < 0 ? line.slice(at) : line.slice(at, end));
      at = end < 0 ? line.length : end;
    }
    if (at >= line.length) return fields;
    at += delimiter.length;
    if (at === line.length) {
      fields.push("");
      return fields;
    }
  }
}

/** The quoted field that opens at `at`; null when no quote closes it before a delimiter or the end. */
function quotedField(
  line: string,
  at: number,
  delimiter: string,
  quote: string,
): { text: string; end: number } | null {
  let from = at + 1;
  for (;;) {
    const close = line.indexOf(quote, from);
    if (close < 0) return null;
    if (close + 1 === line.length || line.startsWith(delimiter, close + 1)) {
      return { text: undouble(line.slice(at + 1, close), quote), end: close + 1 };
    }
    from = close + (line[close + 1] === quote ? 2 : 1);
  }
}

function undouble(text: string, quote: string): string {
  return text.includes(quote) ? text.replaceAll(quote + quote, quote) : text;
}

/** A line matched from both ends. */
export interface MatchedLine {
  cells: string[];
  /** the text begins with a quote that nothing closes */
  isOpen: boolean;
}

/** The columns of a table, for matching a broken line from both ends. */
export interface LineShape extends Dialect {
  columns: number;
  /** column of free text that may hold anything */
  free: number;
}

/**
 * Reads a line with stray quotes or delimiters in its one free-text column: the columns before it are matched from the
 * left, those after it from the right, and what remains is the text, letter for letter. Quotes of the text are undoubled
 * only if all of them come in pairs. Null where the ends do not match.
 */
export function matchBothEnds(line: string, shape: LineShape): MatchedLine | null {
  const left = takeLeft(line, shape.free, shape);
  if (!left) return null;
  const right = takeRight(line, shape.columns - 1 - shape.free, shape);
  if (!right || right.start < left.end) return null;
  const text = line.slice(left.end, right.start);
  const { quote } = shape;
  const isQuoted = quote !== "" && text.length > 1 && text.startsWith(quote) && text.endsWith(quote);
  const isOpen = quote !== "" && text.startsWith(quote) && text.lastIndexOf(quote) === 0 && text.length > 1;
  const inner = isQuoted || isOpen ? text.slice(1, isQuoted ? -1 : undefined) : text;
  const free = isQuoted && inPairs(inner, quote) ? inner.replaceAll(quote + quote, quote) : inner;
  return { cells: [...left.fields, free, ...right.fields], isOpen };
}

/** Do all quotes of the text come in runs of even length? */
function inPairs(text: string, quote: string): boolean {
  let run = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === quote) run++;
    else {
      if (run % 2 === 1) return false;
      run = 0;
    }
  }
  return true;
}

/** The first `count` fields and the position behind the delimiter after them. */
function takeLeft(
  line: string,
  count: number,
  { delimiter, quote }: Dialect,
): { fields: string[]; end: number } | null {
  const fields: string[] = [];
  let at = 0;
  while (fields.length < count) {
    let end: number;
    if (quote !== "" && line.startsWith(quote, at)) {
      const field = quotedField(line, at, delimiter, quote);
      if (!field) return null;
      fields.push(field.text);
      end = field.end;
    } else {
      end = line.indexOf(delimiter, at);
      if (end < 0) return null;
      fields.push(line.slice(at, end));
    }
    if (!line.startsWith(delimiter, end)) return null;
    at = end + delimiter.length;
  }
  return { fields, end: at };
}

/** The last `count` fields and the position of the delimiter before them. */
function takeRight(
  line: string,
  count: number,
  { delimiter, quote }: Dialect,
): { fields: string[]; start: number } | null {
  const fields: string[] = [];
  let end = line.length;
  while (fields.length < count) {
    let start: number;
    if (quote !== "" && end > 0 && line[end - 1] === quote) {
      start = openingQuote(line, end - 1, delimiter, quote);
      if (start < 0) return null;
      fields.unshift(undouble(line.slice(start + 1, end - 1), quote));
    } else {
      start = line.lastIndexOf(delimiter, end - 1) + delimiter.length;
      if (start < delimiter.length) return null;
      fields.unshift(line.slice(start, end));
    }
    const before = start - delimiter.length;
    if (before < 0 || !line.startsWith(delimiter, before)) return null;
    end = before;
  }
  return { fields, start: end };
}

/** Position of the quote that opens the field closed at `close`: the nearest one behind a delimiter; doubled ones are text. */
function openingQuote(line: string, close: number, delimiter: string, quote: string): number {
  let at = close - 1;
  for (;;) {
    const open = line.lastIndexOf(quote, at);
    if (open < 0) return -1;
    let run = 1;
    while (open - run >= 0 && line[open - run] === quote) run++;
    const first = open - run + 1;
    if (run % 2 === 1) return line.startsWith(delimiter, first - delimiter.length) ? first : -1;
    at = first - 1;
    if (at < 0) return -1;
  }
}
