import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/advise.ts";
import { settingJson, settingTexts } from "../../src/commands/setting-texts.ts";
import type { Setting } from "../../src/commands/settings.ts";
import { longName, SETTINGS, variableOf } from "../../src/commands/settings.ts";

const of = (key: string): Setting => SETTINGS.find((setting) => setting.key === key)!;
const parse = (key: string, text: string) => of(key).parse(text, `--${longName(of(key).flags)}`);

describe("the table of settings", () => {
  it("has every flag once, each with a key in camelCase and a variable in capitals", () => {
    const names = SETTINGS.map((setting) => longName(setting.flags));
    expect(new Set(names).size).toBe(names.length);
    for (const setting of SETTINGS) {
      const camel = longName(setting.flags)
        .replace(/^no-/, "")
        .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      expect(setting.key).toBe(camel);
    }
    expect(variableOf(of("perWeek"))).toBe("TIKTOK_ADVISOR_PER_WEEK");
    expect(variableOf(of("color"))).toBe("TIKTOK_ADVISOR_NO_COLOR");
  });

  it("falls back to what the library does by default", () => {
    for (const key of ["goal", "level", "fdr", "negligible"] as const)
      expect(of(key).fallback, key).toBe(DEFAULT_SETTINGS[key]);
    expect(of("minAge").fallback).toBe(DEFAULT_SETTINGS.minAgeHours);
    for (const key of ["perWeek", "since", "until"] as const) {
      expect(of(key).fallback, key).toBeUndefined();
      expect(DEFAULT_SETTINGS[key], key).toBeNull();
    }
  });

  it.each([
    ["goal", "views", "views"],
    ["level", "0.95", 0.95],
    ["level", ".5", 0.5],
    ["minAge", "72h", 72],
    ["minAge", "3d", 72],
    ["minAge", "90m", 1.5],
    ["minAge", "48", 48],
    ["alarm", "30m", 30],
    ["alarm", "45", 45],
    ["alarm", "2h", 120],
    ["asOf", "2026-03-25", Date.UTC(2026, 2, 25)],
    ["asOf", "2026-03-25T18:30:00Z", Date.UTC(2026, 2, 25, 18, 30)],
    ["asOf", "2026-03-25T18:30+02:00", Date.UTC(2026, 2, 25, 16, 30)],
    ["asOf", "2026-03-25 18:30:10.5-0330", Date.UTC(2026, 2, 25, 22, 0, 10)],
    ["asOf", "2028-02-29", Date.UTC(2028, 1, 29)],
    ["since", "90d", "90d"],
    ["since", "12 W", "12w"],
    ["until", "2026-01-31", "2026-01-31"],
    ["labels", "hook, mood,,", ["hook", "mood"]],
    ["not", "sun,mon,0-6", ["sun", "mon", "0-6"]],
    ["map", "views=Reach = all", ["views", "Reach = all"]],
    ["weeks", "4", 4],
    ["perWeek", "3.5", 3.5],
  ])("reads %s from %j", (key, text, value) => {
    expect(parse(key, text)).toEqual(value);
  });

  it.each([
    ["goal", "veiws", "did you mean views?"],
    ["goal", "followers", "see --help"],
    ["level", "1", "see --help"],
    ["level", "0", "see --help"],
    ["level", "ninety", "see --help"],
    ["level", "0x1", "see --help"],
    ["fdr", "-0.1", "see --help"],
    ["minAge", "three days", "write 72h, 3d or 30m"],
    ["minAge", "-3d", "write 72h, 3d or 30m"],
    ["asOf", "25.03.2026", "write 2026-03-25 or 2026-03-25T18:00:00Z"],
    ["asOf", "2026-02-30", "write 2026-03-25 or 2026-03-25T18:00:00Z"],
    ["asOf", "2026-03-25T25:00", "write 2026-03-25 or 2026-03-25T18:00:00Z"],
    ["since", "yesterday", "write 2026-01-31, or 90d for the last 90 days"],
    ["map", "views", "write --map views=Reach"],
    ["map", "=Reach", "write --map views=Reach"],
    ["map", "views=", "write --map views=Reach"],
    ["weeks", "0", "see --help"],
    ["weeks", "1.5", "see --help"],
    ["perWeek", "0", "see --help"],
    ["perWeek", "", "see --help"],
    ["tz", " ", "see --help"],
    ["failOn", "warning", "did you mean warnings?"],
    ["format", "yaml", "see --help"],
  ])("refuses %s from %j", (key, text, hint) => {
    let error: unknown;
    try {
      parse(key, text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: "USAGE", place: `--${longName(of(key).flags)}`, hint });
  });
});

describe("settingTexts", () => {
  it.each([
    ["goal", "views"],
    ["asOf", "2026-03-25T18:30:00Z"],
    ["minAge", "72h"],
    ["alarm", "30m"],
    ["since", "90d"],
    ["labels", "hook,mood"],
    ["level", "0.95"],
    ["not", "sun,0-6"],
  ])("gives the text that %s is read from: %s", (key, text) => {
    const value = parse(key, text);
    expect(settingTexts(of(key), value)).toEqual([text]);
    expect(parse(key, settingTexts(of(key), value)[0]!)).toEqual(value);
  });

  it("gives one text for each use of a repeatable flag, and none for what is not set", () => {
    expect(settingTexts(of("map"), [parse("map", "views=A"), parse("map", "likes=B")])).toEqual([
      "views=A",
      "likes=B",
    ]);
    expect(settingTexts(of("failOn"), ["warnings", "inconsistent"])).toEqual(["warnings", "inconsistent"]);
    expect(settingTexts(of("tz"), undefined)).toEqual([]);
  });
});

describe("settingJson", () => {
  it("gives the value as the configuration file holds it", () => {
    expect(settingJson(of("map"), [["views", "Reach"]])).toEqual({ views: "Reach" });
    expect(settingJson(of("labels"), ["hook"])).toEqual(["hook"]);
    expect(settingJson(of("minAge"), 72)).toBe("72h");
    expect(settingJson(of("level"), 0.9)).toBe(0.9);
    expect(settingJson(of("quiet"), true)).toBe(true);
    expect(settingJson(of("tz"), undefined)).toBeNull();
  });
});
