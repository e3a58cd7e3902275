import { headRecords } from "./head-records.ts";
import { splitLine } from "./quotes.ts";

const QUOTE = 34;

/** Is every line of the text one quoted cell that holds a whole row, as some spreadsheet programs save it? */
export function isWrapped(text: string): boolean {
  if (!text.replace(/^\ufeff/, "").startsWith('"')) return false;
  const records = headRecords(text, { delimiter: "\u0001", quote: '"' }, 12);
  if (records.length < 2) return false;
  return [",", ";", "\t"].some((delimiter) => {
    const widths = records.map(({ cells, line }, index) => {
      const whole =
        cells.length === 1 &&
        (text.split(/\r\n|\n|\r/, records[index]!.line)[line - 1] ?? "").startsWith('"');
      return whole ? splitLine(cells[0]!, { delimiter, quote: '"' }).length : 0;
    });
    return (
      widths[0]! > 1 &&
      widths.filter((width) => width === widths[0]).length >= widths.length * 0.8 &&
      hasDoubled(text)
    );
  });
}

/** A wrapped line doubles the quotes of its cells; a file of one quoted column does not. */
function hasDoubled(text: string): boolean {
  return text.slice(0, text.indexOf("\n") + 1 || text.length).includes('""');
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
