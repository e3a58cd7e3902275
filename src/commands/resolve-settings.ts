import { readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { AdvisorError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { formatsOf } from "./formats.ts";
import type { Io } from "./io.ts";
import { oneOf } from "./setting-values.ts";
import { longName, SETTINGS, type Setting, type SettingSource, type Verb, variableOf } from "./settings.ts";

/** Name of the configuration file that every command looks for in the current folder. */
export const CONFIG_NAME = "tiktok-advisor.config.json";

/** Keys of a configuration file that are no settings of a flag. */
export const FILE_KEYS: ReadonlyMap<string, string> = new Map([
  ["exports", "paths of exports, relative to the file; read when none is named"],
  ["$schema", "ignored; for editors"],
]);

/** A value in force and where it came from. */
export interface Resolved {
  value: unknown;
  source: SettingSource;
  /** file of a config value, variable of an environment value, else null */
  from: string | null;
}

/** Every setting in force for one call. `exports` are absolute paths of the config file, [] without one. */
export interface Settings {
  all: ReadonlyMap<string, Resolved>;
  get<T>(key: string): T | undefined;
  sourceOf(key: string): SettingSource;
  exports: readonly string[];
  /** configuration file that names the exports, null without one */
  exportsFrom: string | null;
  configFiles: readonly string[];
}

interface ConfigFile {
  path: string;
  source: "config" | "user config";
  values: ReadonlyMap<string, unknown>;
}

/** Settings whose value is a path, relative to the config file that holds it. */
const PATHS: ReadonlySet<string> = new Set(["trends", "previous"]);

/**
 * Puts flags, environment, config file, user config and defaults together, strongest first.
 * @param flags commander's options by key (undefined = not given)
 * @param verb the command called, whose formats an unknown --format is told
 * @throws AdvisorError USAGE for a bad flag or variable, CONFIG_INVALID for a missing, broken or unknown config
 */
export function resolveSettings(
  flags: Readonly<Record<string, unknown>>,
  io: Io,
  verb: Verb | null = null,
): Settings {
  const files = configFiles(flags["config"], io);
  const all = new Map<string, Resolved>();
  for (const setting of SETTINGS) all.set(setting.key, resolveOne(ofVerb(setting, verb), flags, files, io));
  const exportsFrom = files.find((file) => file.values.has("exports"));
  const exports = (exportsFrom?.values.get("exports") as string[] | undefined) ?? [];
  return {
    all,
    get: <T>(key: string) => all.get(key)?.value as T | undefined,
    sourceOf: (key) => all.get(key)?.source ?? "default",
    exports: exports.map((path) => (path === "-" ? path : resolve(dirname(exportsFrom!.path), path))),
    exportsFrom: exportsFrom?.path ?? null,
    configFiles: files.map((file) => file.path),
  };
}

/** A setting as a command takes it: a format that no command has is answered with the formats of this one. */
function ofVerb(setting: Setting, verb: Verb | null): Setting {
  const formats = verb === null ? [] : formatsOf(verb);
  if (setting.key !== "format" || formats.length === 0) return setting;
  const parse = (value: string, place: string) =>
    setting.choices!.includes(value) ? value : oneOf(formats)(value, place);
  return { ...setting, parse };
}

function resolveOne(
  setting: Setting,
  flags: Readonly<Record<string, unknown>>,
  files: readonly ConfigFile[],
  io: Io,
): Resolved {
  const flag = flags[setting.key];
  const off = longName(setting.flags).startsWith("no-");
  if (flag !== undefined && !(off && flag === true))
    return { value: parseFlag(setting, flag), source: "flag", from: null };
  const variable = variableOf(setting);
  const fromEnv = setting.key === "config" ? undefined : io.env[variable];
  if (fromEnv !== undefined && fromEnv !== "") {
    const value = parseText(setting, fromEnv, variable);
    if (value !== undefined) return { value, source: "environment", from: variable };
  }
  for (const file of files) {
    if (!file.values.has(setting.key)) continue;
    let value = parseConfigValue(setting, file.values.get(setting.key), file.path);
    if (PATHS.has(setting.key)) value = resolve(dirname(file.path), value as string);
    return { value, source: file.source, from: file.path };
  }
  return { value: setting.fallback, source: "default", from: null };
}

function parseFlag(setting: Setting, raw: unknown): unknown {
  const place = `--${longName(setting.flags)}`;
  if (setting.shape === "flag") return setting.parse("", place);
  if (Array.isArray(raw)) {
    const parts = raw.map((part) => setting.parse(String(part), place));
    return setting.shape === "list" ? parts.flat() : parts;
  }
  return setting.parse(String(raw), place);
}

/** A variable's text: flags take 1/0 and true/false, repeatable settings a comma list. */
function parseText(setting: Setting, value: string, place: string): unknown {
  if (setting.shape === "flag") {
    return isOn(value) ? setting.parse(value, place) : undefined;
  }
  if (setting.shape === "pairs" || setting.shape === "repeat")
    return value.split(",").map((part) => setting.parse(part.trim(), place));
  return setting.parse(value, place);
}

/** Whether the variable of a flag without a value switches it on. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== "" && !/^(0|false|no|off)$/i.test(value);
}

function parseConfigValue(setting: Setting, value: unknown, path: string): unknown {
  const wrong = (expected: string) =>
    new AdvisorError("CONFIG_INVALID", path, `"${setting.key}" must be ${expected}`);
  const strings = (expected: string): string[] => {
    if (!Array.isArray(value) || !value.every((part) => typeof part === "string")) throw wrong(expected);
    return value;
  };
  try {
    switch (setting.shape) {
      case "flag":
        if (typeof value !== "boolean") throw wrong("true or false");
        return value;
      case "list":
        return strings("a list of texts").flatMap((part) => setting.parse(part, setting.key));
      case "repeat":
        return strings("a list of texts").map((part) => setting.parse(part, setting.key));
      case "pairs": {
        if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong("an object");
        return Object.entries(value).map(([field, header]) => {
          if (typeof header !== "string" || header === "") throw wrong("an object of field and header");
          return [field, header];
        });
      }
      default:
        if (typeof value !== "string" && !(typeof value === "number" && takesNumber(setting)))
          throw wrong(setting.shape === "number" ? "a number" : "a text");
        return setting.parse(String(value), setting.key);
    }
  } catch (error) {
    if (error instanceof AdvisorError && error.code === "USAGE")
      throw new AdvisorError("CONFIG_INVALID", path, `"${setting.key}": ${error.message}`);
    throw error;
  }
}

/** Lengths of time may be bare numbers in a configuration file: hours of minAge, minutes of alarm. */
export function takesNumber(setting: Setting): boolean {
  return setting.shape === "number" || setting.key === "minAge" || setting.key === "alarm";
}

function configFiles(flag: unknown, io: Io): ConfigFile[] {
  const files: ConfigFile[] = [];
  const named = typeof flag === "string" ? flag : io.env["TIKTOK_ADVISOR_CONFIG"];
  if (named) files.push(readConfig(resolve(io.cwd, named), "config", true)!);
  else {
    const here = readConfig(join(io.cwd, CONFIG_NAME), "config", false);
    if (here) files.push(here);
  }
  const user = userConfigPath(io);
  const userFile = user ? readConfig(user, "user config", false) : null;
  if (userFile) files.push(userFile);
  return files;
}

/** Path of the user's own config file; null where the system names no folder for it. */
export function userConfigPath(io: Io): string | null {
  const { env, homeFolder, platform } = io;
  const folder =
    platform === "win32"
      ? env["APPDATA"]
      : platform === "darwin"
        ? homeFolder && join(homeFolder, "Library", "Preferences")
        : env["XDG_CONFIG_HOME"] || (homeFolder && join(homeFolder, ".config"));
  return folder && isAbsolute(folder) ? join(folder, "tiktok-advisor", "config.json") : null;
}

function readConfig(path: string, source: ConfigFile["source"], required: boolean): ConfigFile | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (!required && (code === "ENOENT" || code === "ENOTDIR")) return null;
    const why =
      code === "ENOENT"
        ? "no such file"
        : code === "EACCES"
          ? "permission denied"
          : `cannot be read (${code})`;
    throw new AdvisorError("CONFIG_INVALID", path, why, "check the path given with --config");
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new AdvisorError("CONFIG_INVALID", path, `not valid JSON: ${(error as Error).message}`);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new AdvisorError("CONFIG_INVALID", path, "the file must hold one JSON object");
  const allowed = [...FILE_KEYS.keys(), ...SETTINGS.filter((s) => !s.flagOnly).map((s) => s.key)];
  const values = new Map<string, unknown>();
  for (const [key, value] of Object.entries(parsed)) {
    if (!allowed.includes(key)) {
      const close = nearest(key, allowed);
      throw new AdvisorError(
        "CONFIG_INVALID",
        path,
        `unknown key ${JSON.stringify(key)}`,
        close ? `did you mean "${close}"?` : `known keys: ${allowed.join(", ")}`,
      );
    }
    values.set(key, value);
  }
  const exports = values.get("exports");
  if (exports !== undefined) {
    const listed = typeof exports === "string" ? [exports] : exports;
    if (!Array.isArray(listed) || !listed.every((part) => typeof part === "string" && part !== ""))
      throw new AdvisorError("CONFIG_INVALID", path, '"exports" must be a list of paths');
    values.set("exports", listed);
  }
  return { path, source, values };
}
