import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { config } from "../../src/commands/config.ts";
import { SETTINGS } from "../../src/commands/settings.ts";
import { callVerb } from "../support/call-verb.ts";
import { temporaryFolder } from "../support/fake-io.ts";

/** A folder with a configuration file, a user's configuration below `home`, and a variable. */
function world() {
  const cwd = temporaryFolder();
  const homeFolder = join(cwd, "home");
  mkdirSync(join(homeFolder, ".config", "tiktok-advisor"), { recursive: true });
  const user = join(homeFolder, ".config", "tiktok-advisor", "config.json");
  writeFileSync(user, JSON.stringify({ level: 0.8, goal: "shares" }));
  const here = join(cwd, "tiktok-advisor.config.json");
  writeFileSync(
    here,
    JSON.stringify({
      exports: ["data"],
      goal: "views",
      labels: ["hook"],
      map: { views: "Reach" },
      minAge: "3d",
    }),
  );
  return { cwd, homeFolder, user, here, env: { TIKTOK_ADVISOR_TZ: "Europe/Paris" } };
}

describe("config --show", () => {
  it("says each value and its source", async () => {
    const { user, here, ...place } = world();
    const { code, stdout, stderr } = await callVerb(config, [], { show: true, perWeek: "4" }, place);
    expect(code).toBe(0);
    expect(stderr()).toBe("");
    const rows = stdout()
      .split("\n")
      .map((line) => line.split(/ {2,}/));
    expect(rows).toContainEqual(["exports", join(place.cwd, "data"), `config ${here}`]);
    expect(rows).toContainEqual(["goal", "views", `config ${here}`]);
    expect(rows).toContainEqual(["tz", "Europe/Paris", "environment TIKTOK_ADVISOR_TZ"]);
    expect(rows).toContainEqual(["perWeek", "4", "flag --per-week"]);
    expect(rows).toContainEqual(["level", "0.8", `user config ${user}`]);
    expect(rows).toContainEqual(["fdr", "0.1", "default"]);
    expect(rows).toContainEqual(["map", "views=Reach", `config ${here}`]);
    expect(rows).toContainEqual(["minAge", "72h", `config ${here}`]);
    expect(rows).toContainEqual(["since", "not set", "default"]);
  });

  it("says the same as JSON, in the shape of the configuration file", async () => {
    const { user, here, ...place } = world();
    const { stdout } = await callVerb(
      config,
      [],
      { json: true, asOf: "2026-03-25", failOn: ["warnings"] },
      place,
    );
    const { settings, configFiles } = JSON.parse(stdout());
    expect(configFiles).toEqual([here, user]);
    expect(settings.exports).toEqual({ value: [join(place.cwd, "data")], source: "config", from: here });
    expect(settings.map).toEqual({ value: { views: "Reach" }, source: "config", from: here });
    expect(settings.labels.value).toEqual(["hook"]);
    expect(settings.minAge.value).toBe("72h");
    expect(settings.asOf).toEqual({ value: "2026-03-25T00:00:00Z", source: "flag", from: null });
    expect(settings.failOn.value).toEqual(["warnings"]);
    expect(settings.level).toEqual({ value: 0.8, source: "user config", from: user });
    expect(settings.tz).toEqual({ value: "Europe/Paris", source: "environment", from: "TIKTOK_ADVISOR_TZ" });
    expect(settings.until).toEqual({ value: null, source: "default", from: null });
    for (const setting of SETTINGS) if (!setting.flagOnly) expect(settings).toHaveProperty(setting.key);
  });

  it("keeps control characters of a value from the terminal", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "tiktok-advisor.config.json"), JSON.stringify({ account: "@a\u001b[31m\nb" }));
    const { stdout } = await callVerb(config, [], {}, { cwd });
    expect(stdout()).toContain("@a\\x1b[31m\\nb");
  });
});
