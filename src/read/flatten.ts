import { type JsonObject, numberText, textAt } from "./formats/format.ts";

const DEPTH = 4;

/**
 * The cells of a JSON object by path ("authorMeta/name"). Lists of hashtags become a JSON list of names, other lists of
 * plain values a JSON list, lists of objects nothing.
 */
export function flattenItem(item: JsonObject): Map<string, string> {
  const cells = new Map<string, string>();
  const visit = (object: JsonObject, prefix: string, depth: number): void => {
    for (const key of Object.keys(object)) {
      const value = object[key];
      const path = prefix + key;
      const text = numberText(value);
      if (text !== null) cells.set(path, text);
      else if (Array.isArray(value)) {
        const list = namesOf(value, key);
        if (list !== null) cells.set(path, list);
      } else if (value !== null && typeof value === "object" && depth < DEPTH) {
        visit(value as JsonObject, `${path}/`, depth + 1);
      }
    }
  };
  visit(item, "", 1);
  return cells;
}

function namesOf(list: readonly unknown[], key: string): string | null {
  const plain = list.map(numberText);
  if (plain.every((text) => text !== null)) return JSON.stringify(plain);
  if (!/^(?:hashtags|challenges|textextra)$/i.test(key)) return null;
  const names = list.flatMap((entry) => {
    if (entry === null || typeof entry !== "object") return [];
    const object = entry as JsonObject;
    const name = textAt(object, "name") ?? textAt(object, "hashtagName") ?? textAt(object, "title");
    return name ? [name] : [];
  });
  return JSON.stringify(names);
}
