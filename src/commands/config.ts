import { EXIT } from "../errors.ts";
import type { Command } from "./command.ts";
import { oneLine } from "./error-lines.ts";
import type { Io } from "./io.ts";
import { type Resolved, type Settings, userConfigPath } from "./resolve-settings.ts";
import { settingJson, settingTexts } from "./setting-texts.ts";
import { longName, SETTINGS, type Setting } from "./settings.ts";
import { writeStream } from "./write-stream.ts";

/** Shows every setting in force and where it comes from; option `json` shows it as JSON. */
export const config: Command = async ({ options, settings, io }) => {
  const shown = SETTINGS.filter(
    (setting) => !setting.flagOnly || settings.sourceOf(setting.key) !== "default",
  );
  const text = options["json"] ? asJson(shown, settings, io) : asText(shown, settings, io);
  await writeStream(io.stdout, text);
  return EXIT.done;
};

function asJson(shown: readonly Setting[], settings: Settings, io: Io): string {
  const values = shown.map((setting) => {
    const { value, source, from } = settings.all.get(setting.key)!;
    return [setting.key, { value: settingJson(setting, value), source, from }] as const;
  });
  const exports = {
    value: settings.exports,
    source: exportsSource(settings, io),
    from: settings.exportsFrom,
  };
  const document = {
    tool: { name: "tiktok-advisor", version: io.version },
    configFiles: settings.configFiles,
    settings: { exports, ...Object.fromEntries(values) },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function asText(shown: readonly Setting[], settings: Settings, io: Io): string {
  const rows: [string, string, string][] = [["setting", "value", "from"]];
  const exportsFrom =
    settings.exportsFrom === null ? "default" : `${exportsSource(settings, io)} ${settings.exportsFrom}`;
  rows.push(["exports", settings.exports.join(", ") || "not set", exportsFrom]);
  for (const setting of shown) {
    const resolved = settings.all.get(setting.key)!;
    const value = settingTexts(setting, resolved.value).join(", ");
    rows.push([setting.key, value === "" ? "not set" : value, originOf(setting, resolved)]);
  }
  const clean = rows.map((row) => row.map(oneLine));
  const widths = [0, 1].map((column) => Math.min(40, Math.max(...clean.map((row) => row[column]!.length))));
  const lines = clean.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

function originOf(setting: Setting, { source, from }: Resolved): string {
  if (source === "flag") return `flag --${longName(setting.flags)}`;
  return from === null ? source : `${source} ${from}`;
}

function exportsSource(settings: Settings, io: Io): string {
  if (settings.exportsFrom === null) return "default";
  return settings.exportsFrom === userConfigPath(io) ? "user config" : "config";
}
