import { isoUtc } from "../zone.ts";
import type { Setting } from "./settings.ts";

/**
 * A value in force as the texts its flag is given with: one per use of the flag, [] for a value that is not set.
 * @param value as `resolveSettings` returns it
 */
export function settingTexts(setting: Setting, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  switch (setting.shape) {
    case "list":
      return [(value as string[]).join(",")];
    case "pairs":
      return (value as [string, string][]).map((pair) => pair.join("="));
    case "repeat":
      return value as string[];
    default:
      return [wordOf(setting, value)];
  }
}

/** A value in force as the configuration file holds it: lists as lists, pairs as an object; null for a value that is not set. */
export function settingJson(setting: Setting, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (setting.shape === "pairs") return Object.fromEntries(value as [string, string][]);
  if (setting.shape !== "text") return value;
  return wordOf(setting, value);
}

/** Times are numbers inside the program and have a unit outside. */
function wordOf(setting: Setting, value: unknown): string {
  if (setting.key === "asOf") return isoUtc(value as number);
  if (setting.key === "minAge") return `${value}h`;
  if (setting.key === "alarm") return `${value}m`;
  return String(value);
}
