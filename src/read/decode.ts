/** What the bytes of a whole input are, found in one pass over them; does not depend on the order of its lines. */
export interface ByteSurvey {
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** bytes of the byte-order mark */
  bomBytes: number;
  /** byte-order marks after the first, from files put together */
  furtherMarks: number;
  /** single bad bytes within UTF-8 that become U+FFFD */
  invalidBytes: number;
  /** line of the first of them; null = none */
  invalidLine: number | null;
  /** places that look like UTF-8 read as Latin-1 and saved again */
  mojibake: number;
  mojibakeLine: number | null;
  /** NUL and C0 controls other than tab, LF, CR (of UTF-16: unknown until decoded) */
  controls: number;
  lineFeeds: number;
  carriageReturns: number;
  /** share of NUL bytes */
  nulShare: number;
}

/** What "Ã" + "Â", "â€" and "ðŸ" are as bytes: the first letters of é, ’ and most emoji, encoded twice. */
const MOJIBAKE = [
  [0xc3, 0x83, 0xc2],
  [0xc3, 0xa2, 0xe2, 0x82, 0xac],
  [0xc3, 0xb0, 0xc5, 0xb8],
].map((bytes) => Buffer.from(bytes));

/** A byte-order mark in UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** bytes by which the start of another export is known */
const START_BYTES = 12;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function breaksUntil(chunk: Buffer, end: number): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0 && at < end; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}

/** Collects the survey of an input: feed it every chunk, then ask. */
export function surveyBytes() {
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let invalid = 0;
  let invalidLine: number | null = null;
  let mojibake = 0;
  let mojibakeLine: number | null = null;
  let sequences = 0;
  let marks = 0;
  let controls = 0;
  const nuls = [0, 0];
  let lineFeeds = 0;
  let carriageReturns = 0;
  let size = 0;
  /** line feeds before the chunk at hand */
  let linesBefore = 0;

  const countPlain = (chunk: Buffer): void => {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte >= 32) continue;
      if (byte === 10) lineFeeds++;
      else if (byte === 13) carriageReturns++;
      else if (byte !== 9) {
        controls++;
        if (byte === 0) nuls[(size + i) % 2]!++;
      }
    }
  };
  /** Counts good multi-byte sequences and bad bytes; a clean chunk costs one native call. */
  const countUtf8 = (chunk: Buffer): void => {
    for (let at = chunk.indexOf(MARK); at >= 0; at = chunk.indexOf(MARK, at + 3)) marks++;
    if (isUtf8(chunk)) {
      for (let i = 0; i < chunk.length && sequences < 1000; i++) if (chunk[i]! >= 0xc0) sequences++;
      return;
    }
    for (let i = 0; i < chunk.length; ) {
      const length = sequenceLength(chunk, i);
      if (length === 0) {
        invalid++;
        invalidLine ??= linesBefore + breaksUntil(chunk, i) + 1;
      } else if (length > 1) sequences++;
      i += Math.max(1, length);
    }
  };

  const countMojibake = (chunk: Buffer): void => {
    for (const pattern of MOJIBAKE) {
      for (let at = chunk.indexOf(pattern); at >= 0; at = chunk.indexOf(pattern, at + 1)) {
        mojibake++;
        const line = linesBefore + breaksUntil(chunk, at) + 1;
        if (mojibakeLine === null || line < mojibakeLine) mojibakeLine = line;
        if (mojibake > 100) return;
      }
    }
  };

  return {
    add(chunk: Buffer): void {
      linesBefore = lineFeeds;
      if (mojibake <= 100) countMojibake(chunk);
      if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4)]);
      countPlain(chunk);
      size += chunk.length;
      const joined = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
      const cut = joined.length - openSequence(joined);
      tail = Buffer.from(joined.subarray(cut));
      countUtf8(joined.subarray(0, cut));
    },
    result(): ByteSurvey {
      invalid += tail.length;
      const [a, b, c] = head;
      const half = size / 2;
      const of = (encoding: ByteSurvey["encoding"], bomBytes: number): ByteSurvey => ({
        encoding,
        bomBytes,
        furtherMarks: encoding === "utf-8" ? marks - bomBytes / 3 : 0,
        invalidBytes: encoding === "utf-8" ? invalid : 0,
        invalidLine: encoding === "utf-8" ? invalidLine : null,
        mojibake: encoding === "utf-8" ? mojibake : 0,
        mojibakeLine: encoding === "utf-8" ? mojibakeLine : null,
        controls: encoding.startsWith("utf-16") ? 0 : controls,
        lineFeeds,
        carriageReturns,
        nulShare: size === 0 ? 0 : (nuls[0]! + nuls[1]!) / size,
      });
      if (a === 0xff && b === 0xfe) return of("utf-16le", 2);
      if (a === 0xfe && b === 0xff) return of("utf-16be", 2);
      if (a === 0xef && b === 0xbb && c === 0xbf) return of("utf-8", 3);
      if (nuls[1]! > half * 0.4 && nuls[0]! < half * 0.1) return of("utf-16le", 0);
      if (nuls[0]! > half * 0.4 && nuls[1]! < half * 0.1) return of("utf-16be", 0);
      // Single bad bytes in a file that is otherwise UTF-8 stay single bad bytes; more mean another encoding.
      return of(invalid > 0 && sequences < invalid * 4 ? "windows-1252" : "utf-8", 0);
    },
  };
}

/** Bytes at the end of `chunk` that begin a multi-byte sequence which is not finished there. */
function openSequence(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < expectedLength(byte) ? back : 0;
  }
  return 0;
}

function expectedLength(lead: number): number {
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  if (lead >= 0xe0) return lead < 0xf0 ? 3 : 1;
  return lead >= 0xc2 ? 2 : 1;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function isUtf8(bytes: Buffer): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Length of the UTF-8 sequence at `i`, 0 when the byte is bad there. */
function sequenceLength(bytes: Buffer, i: number): number {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const length = expectedLength(lead);
  return length > 1 && isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}

/**
 * Turns the chunks of an input into UTF-8 without byte-order marks, NULs and control characters; multi-byte sequences may
 * still be split between chunks.
 */
export function decodeChunks(
  chunks: AsyncIterable<Buffer>,
  survey: ByteSurvey,
): AsyncGenerator<Buffer, void, undefined> {
  const decoded = toUtf8(chunks, survey);
  return survey.furtherMarks > 0 || survey.encoding.startsWith("utf-16") ? withoutMarks(decoded) : decoded;
}

async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  survey: ByteSurvey,
): AsyncGenerator<Buffer, void, undefined> {
  const decoder = survey.encoding === "utf-8" ? null : new TextDecoder(survey.encoding);
  const repair = survey.invalidBytes > 0 ? new TextDecoder("utf-8", { ignoreBOM: true }) : null;
  let skip = survey.bomBytes;
  for await (const chunk of chunks) {
    let rest = chunk;
    if (skip > 0) {
      const cut = Math.min(skip, rest.length);
      skip -= cut;
      rest = rest.subarray(cut);
    }
    if (rest.length === 0) continue;
    const active = decoder ?? repair;
    const bytes = active ? Buffer.from(active.decode(rest, { stream: true })) : rest;
    const clean = survey.controls > 0 || decoder ? withoutControls(bytes) : bytes;
    if (clean.length > 0) yield clean;
  }
  const last = (decoder ?? repair)?.decode();
  if (last) yield Buffer.from(last);
}

/** The text without byte-order marks. */
async function* withoutMarks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let held: Buffer = Buffer.alloc(0);
  let start: Buffer | null = null;
  let before = LINE_FEED;
  for await (const chunk of chunks) {
    const bytes: Buffer = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    start ??= Buffer.from(bytes.subarray(0, START_BYTES));
    const cut = markNearEnd(bytes);
    held = Buffer.from(bytes.subarray(cut));
    const text = unmarked(bytes.subarray(0, cut), before, start);
    before = bytes[cut - 1] ?? before;
    if (text.length > 0) yield text;
  }
  const rest = unmarked(held, before, start ?? held);
  if (rest.length > 0) yield rest;
}

/** Where a mark begins of which it cannot be seen yet what follows it, else the end. */
function markNearEnd(bytes: Buffer): number {
  for (let at = Math.max(0, bytes.length - MARK.length - START_BYTES); at < bytes.length; at++) {
    const part = bytes.subarray(at, at + MARK.length);
    if (part.equals(MARK.subarray(0, part.length))) return at;
  }
  return bytes.length;
}

/** Native exports end without a line end: where the next one was put right behind, with its own start, one is made. */
function unmarked(bytes: Buffer, before: number, start: Buffer): Buffer {
  let at = bytes.indexOf(MARK);
  if (at < 0) return bytes;
  const parts: Buffer[] = [];
  let from = 0;
  for (; at >= 0; at = bytes.indexOf(MARK, from)) {
    parts.push(bytes.subarray(from, at));
    const last = at > 0 ? bytes[at - 1] : before;
    from = at + MARK.length;
    const isStart = bytes.subarray(from, from + start.length).equals(start);
    if (isStart && last !== LINE_FEED && last !== CARRIAGE_RETURN) parts.push(Buffer.of(LINE_FEED));
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

/** The bytes without NUL and C0 controls (tab, LF and CR stay). */
export function withoutControls(bytes: Buffer): Buffer {
  let from = bytes.findIndex(isControl);
  if (from < 0) return bytes;
  const out = Buffer.from(bytes);
  let to = from;
  for (; from < bytes.length; from++) if (!isControl(bytes[from]!)) out[to++] = bytes[from]!;
  return out.subarray(0, to);
}

function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 13;
}
