import { splitLine } from "./quotes.ts";

const QUOTE = 34;

const LINES = 12;

/** Is every line of the text one quoted cell that holds a whole row, as some spreadsheet programs save it? */
export function isWrapped(text: string): boolean {
  const lines = text
    .split(/\r\n|\n|\r/, LINES + 1)
    .slice(0, LINES)
    .filter((line) => line !== "");
  if (lines.length < 2) return false;
  return [",", ";", "\t"].some((delimiter) => {
    const widths = lines.map((line) => wrappedWidth(line, delimiter));
    const width = widths[0]!;
    const even = widths.filter((other) => other === width).length >= widths.length * 0.8;
    // Two columns could also be one column of captions with a comma each: then the inner quotes must be doubled.
    return even && (width > 2 || (width === 2 && text.includes('""')));
  });
}

/** Columns of the row inside a quoted line; 0 = it is not wrapped. */
function wrappedWidth(line: string, delimiter: string): number {
  if (line.length < 2 || !line.startsWith('"') || !line.endsWith('"')) return 0;
  const inner = line.slice(1, -1);
  if (inner.replaceAll('""', "").includes('"')) return 0;
  return splitLine(inner.replaceAll('""', '"'), { delimiter, quote: '"' }).length;
}

/** Takes the outer quotes off every line and undoubles the inner ones; lines without outer quotes stay. */
export async function* unwrapLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let inside = false;
  let atStart = true;
  let pending = false;
  for await (const chunk of chunks) {
    const out = Buffer.alloc(chunk.length + 1);
    let to = 0;
    for (const byte of chunk) {
      if (pending) {
        pending = false;
        if (byte === QUOTE) {
          out[to++] = QUOTE;
          continue;
        }
        inside = false;
      }
      if (byte === QUOTE && (inside || atStart)) {
        if (inside) pending = true;
        else inside = true;
        atStart = false;
        continue;
      }
      out[to++] = byte;
      atStart = !inside && (byte === 10 || byte === 13);
    }
    yield out.subarray(0, to);
  }
}
