import { readFileSync, writeFileSync } from "node:fs";

/**
 * Replaces the text between `<!-- NAME -->` and `<!-- /NAME -->` of a file.
 * @throws RangeError when the file has no such section
 */
export function writeSection(file: string, name: string, text: string): void {
  const whole = readFileSync(file, "utf8");
  const open = `<!-- ${name} -->`;
  const start = whole.indexOf(open);
  const end = whole.indexOf(`<!-- /${name} -->`);
  if (start < 0 || end < start) throw new RangeError(`${file} has no section ${name}`);
  writeFileSync(file, `${whole.slice(0, start + open.length)}\n${text.trim()}\n${whole.slice(end)}`);
}
