import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONFIG_NAME, resolveSettings, userConfigPath } from "../../src/commands/resolve-settings.ts";
import { fakeIo, temporaryFolder } from "../support/fake-io.ts";

interface Layers {
  flags?: Record<string, unknown>;
  env?: Record<string, string>;
  here?: unknown;
  user?: unknown;
}

/** Resolves with a configuration file in the folder, one of the user, variables and flags, each where given. */
function resolveWith({ flags = {}, env = {}, here, user }: Layers) {
  const cwd = temporaryFolder();
  const homeFolder = join(cwd, "home");
  mkdirSync(join(homeFolder, ".config", "tiktok-advisor"), { recursive: true });
  if (here !== undefined) writeFileSync(join(cwd, CONFIG_NAME), asText(here));
  if (user !== undefined)
    writeFileSync(join(homeFolder, ".config", "tiktok-advisor", "config.json"), asText(user));
  const { io } = fakeIo({ cwd, homeFolder, env });
  return { cwd, settings: resolveSettings(flags, io) };
}

const asText = (config: unknown) => (typeof config === "string" ? config : JSON.stringify(config));

const FLAG = { flags: { goal: "views" } };
const ENV = { env: { TIKTOK_ADVISOR_GOAL: "comments" } };
const HERE = { here: { goal: "shares" } };
const USER = { user: { goal: "saves" } };

describe("precedence", () => {
  it.each([
    ["a flag", { ...FLAG, ...ENV, ...HERE, ...USER }, "views", "flag"],
    ["the environment", { ...ENV, ...HERE, ...USER }, "comments", "environment"],
    ["the configuration of the folder", { ...HERE, ...USER }, "shares", "config"],
    ["the configuration of the user", USER, "saves", "user config"],
    ["the default", {}, "likes", "default"],
  ])("takes %s before what is weaker", (_what, layers, goal, source) => {
    const { settings } = resolveWith(layers);
    expect(settings.get("goal")).toBe(goal);
    expect(settings.sourceOf("goal")).toBe(source);
  });

  it("mixes: each setting from its strongest layer", () => {
    const { settings } = resolveWith({
      flags: { perWeek: "5" },
      env: { TIKTOK_ADVISOR_TZ: "UTC" },
      here: { labels: ["hook"] },
      user: { level: 0.8 },
    });
    expect(["perWeek", "tz", "labels", "level", "fdr"].map((key) => settings.get(key))).toEqual([
      ...[5, "UTC", ["hook"], 0.8, 0.1],
    ]);
  });

  it("takes --config instead of the file in the folder", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "other.json"), JSON.stringify({ exports: ["data"], trends: "trends.csv" }));
    const { settings } = resolveWith({ flags: { config: join(folder, "other.json") }, ...HERE });
    expect(settings.get("goal")).toBe("likes");
    expect(settings.exports).toEqual([join(folder, "data")]);
    expect(settings.get("trends")).toBe(join(folder, "trends.csv"));
  });

  it("takes TIKTOK_ADVISOR_CONFIG for --config", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "other.json"), JSON.stringify({ goal: "saves" }));
    expect(
      resolveWith({ env: { TIKTOK_ADVISOR_CONFIG: join(folder, "other.json") } }).settings.get("goal"),
    ).toBe("saves");
  });

  it("passes over an empty variable", () => {
    expect(resolveWith({ env: { TIKTOK_ADVISOR_GOAL: "" } }).settings.sourceOf("goal")).toBe("default");
  });
});

describe("shapes", () => {
  it("of flags that were repeated", () => {
    const { settings } = resolveWith({
      flags: {
        map: ["views=Reach", "likes=Hearts"],
        labels: ["a,b", "c"],
        failOn: ["warnings", "inconsistent"],
      },
    });
    expect(settings.get("map")).toEqual([
      ["views", "Reach"],
      ["likes", "Hearts"],
    ]);
    expect(settings.get("labels")).toEqual(["a", "b", "c"]);
    expect(settings.get("failOn")).toEqual(["warnings", "inconsistent"]);
  });

  it("of variables", () => {
    const { settings } = resolveWith({
      env: {
        TIKTOK_ADVISOR_MAP: "views=Reach, likes=Hearts",
        TIKTOK_ADVISOR_LABELS: "a,b",
        TIKTOK_ADVISOR_QUIET: "1",
        TIKTOK_ADVISOR_VERBOSE: "false",
        TIKTOK_ADVISOR_MIN_AGE: "2d",
        TIKTOK_ADVISOR_NO_COLOR: "1",
      },
    });
    expect(settings.get("map")).toEqual([
      ["views", "Reach"],
      ["likes", "Hearts"],
    ]);
    expect(settings.get("labels")).toEqual(["a", "b"]);
    expect(settings.get("quiet")).toBe(true);
    expect(settings.get("verbose")).toBeUndefined();
    expect(settings.get("minAge")).toBe(48);
    expect(settings.get("color")).toBe(false);
  });

  it("of a configuration file", () => {
    const { cwd, settings } = resolveWith({
      here: {
        $schema: "./schema.json",
        exports: ["data", "-", "/abs"],
        map: { views: "Reach", __proto__x: "y" },
        labels: ["hook"],
        perWeek: 3,
        minAge: "3d",
        quiet: true,
        color: false,
        not: ["sun", "0-6"],
        failOn: ["warnings"],
      },
    });
    expect(settings.exports).toEqual([join(cwd, "data"), "-", "/abs"]);
    expect(settings.exportsFrom).toBe(join(cwd, CONFIG_NAME));
    expect(settings.get("map")).toEqual([
      ["views", "Reach"],
      ["__proto__x", "y"],
    ]);
    expect(settings.get("perWeek")).toBe(3);
    expect(settings.get("minAge")).toBe(72);
    expect(settings.get("quiet")).toBe(true);
    expect(settings.get("color")).toBe(false);
    expect(settings.get("not")).toEqual(["sun", "0-6"]);
  });

  it("of one export as text", () => {
    expect(resolveWith({ here: { exports: "data" } }).settings.exports).toHaveLength(1);
  });

  it("with a byte-order mark", () => {
    expect(resolveWith({ here: '\ufeff{"goal":"views"}' }).settings.get("goal")).toBe("views");
  });

  it("lets --no-color and nothing else turn colour off", () => {
    expect(resolveWith({ flags: { color: true } }).settings.get("color")).toBe(true);
    expect(resolveWith({ flags: { color: false } }).settings.get("color")).toBe(false);
    expect(resolveWith({ flags: { color: true }, here: { color: false } }).settings.get("color")).toBe(false);
  });
});

describe("what is wrong", () => {
  it.each<[string, unknown, string]>([
    ["no JSON", "{goal: views}", "not valid JSON"],
    ["cut off", '{"goal": "vi', "not valid JSON"],
    ["an empty file", "", "not valid JSON"],
    ["a list", [], "one JSON object"],
    ["null", "null", "one JSON object"],
    ["an unknown key", { gaol: "views" }, 'unknown key "gaol"'],
    ["a key that belongs to one call", { output: "x.html" }, 'unknown key "output"'],
    ["a key of every object", '{"__proto__": 1}', 'unknown key "__proto__"'],
    ["constructor", { constructor: 1 }, 'unknown key "constructor"'],
    ["a bad choice", { goal: "veiws" }, '"goal"'],
    ["a number for a text", { tz: 5 }, '"tz"'],
    ["a text for a switch", { quiet: "yes" }, '"quiet" must be true or false'],
    ["a text for a list", { labels: "hook" }, '"labels" must be a list'],
    ["a list for a map", { map: ["views=Reach"] }, '"map" must be an object'],
    ["a number in a map", { map: { views: 3 } }, '"map" must be an object of field and header'],
    ["a text for a number", { level: "high" }, '"level"'],
    ["a number out of range", { level: 2 }, '"level"'],
    ["null for a number", { level: null }, '"level" must be a number'],
    ["exports that are no paths", { exports: [1] }, '"exports"'],
    ["an empty export", { exports: [""] }, '"exports"'],
    ["an unknown condition", { failOn: ["never"] }, '"failOn"'],
  ])("in the configuration: %s", (_what, here, sentence) => {
    expect(() => resolveWith({ here })).toThrow(
      expect.objectContaining({
        code: "CONFIG_INVALID",
        exitCode: 2,
        message: expect.stringContaining(sentence),
      }),
    );
    expect(() => resolveWith({ user: here })).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
  });

  it("names the nearest key", () => {
    expect(() => resolveWith({ here: { perweek: 3 } })).toThrow(
      expect.objectContaining({ hint: 'did you mean "perWeek"?' }),
    );
  });

  it("names the file, which --config must find", () => {
    const { io } = fakeIo();
    expect(() => resolveSettings({ config: "none.json" }, io)).toThrow(
      expect.objectContaining({
        code: "CONFIG_INVALID",
        place: join(io.cwd, "none.json"),
        message: "no such file",
      }),
    );
    mkdirSync(join(io.cwd, "folder"));
    expect(() => resolveSettings({ config: "folder" }, io)).toThrow(
      expect.objectContaining({ code: "CONFIG_INVALID" }),
    );
  });

  it.skipIf(process.getuid?.() === 0)("may not be unreadable", () => {
    const { io } = fakeIo();
    writeFileSync(join(io.cwd, CONFIG_NAME), "{}");
    chmodSync(join(io.cwd, CONFIG_NAME), 0);
    expect(() => resolveSettings({}, io)).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
  });

  it("names the variable", () => {
    expect(() => resolveWith({ env: { TIKTOK_ADVISOR_LEVEL: "high" } })).toThrow(
      expect.objectContaining({ code: "USAGE", place: "TIKTOK_ADVISOR_LEVEL" }),
    );
  });

  it("names the flag", () => {
    expect(() => resolveWith({ flags: { minAge: "soon" } })).toThrow(
      expect.objectContaining({ code: "USAGE", place: "--min-age" }),
    );
  });

  it("is not looked for in a layer that a stronger one hides", () => {
    expect(
      resolveWith({ flags: { goal: "views" }, env: { TIKTOK_ADVISOR_GOAL: "nonsense" } }).settings.get(
        "goal",
      ),
    ).toBe("views");
  });
});

describe("the user's configuration", () => {
  const at = (options: Parameters<typeof fakeIo>[0]) => userConfigPath(fakeIo(options).io);

  it.each([
    ["Linux", { homeFolder: "/home/a" }, "/home/a/.config/tiktok-advisor/config.json"],
    ["XDG", { homeFolder: "/home/a", env: { XDG_CONFIG_HOME: "/x" } }, "/x/tiktok-advisor/config.json"],
    [
      "macOS",
      { homeFolder: "/Users/a", platform: "darwin" as const },
      "/Users/a/Library/Preferences/tiktok-advisor/config.json",
    ],
    ["no home", { homeFolder: "" }, null],
    ["a relative folder", { homeFolder: "", env: { XDG_CONFIG_HOME: "x" } }, null],
    ["Windows without APPDATA", { platform: "win32" as const }, null],
  ])("stands where %s has it", (_what, options, path) => {
    expect(at(options)).toBe(path);
  });
});
