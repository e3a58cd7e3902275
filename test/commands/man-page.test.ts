import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli.ts";
import { manPage } from "../../src/commands/man-page.ts";
import { longName, SETTINGS } from "../../src/commands/settings.ts";
import { VERBS } from "../../src/commands/verbs.ts";
import { hasProgram } from "../support/has-program.ts";

const page = manPage(
  buildProgram(
    async () => {},
    () => {},
  ),
  "1.2.3",
);

describe("the manual page", () => {
  it("describes every command, flag and example", () => {
    const plain = page.replaceAll("\\-", "-").replace(/\\f[BIR]/g, "");
    for (const verb of VERBS) {
      expect(plain).toContain(`.SS "tiktok-advisor ${verb.name}`);
      expect(plain).toContain(`Example: ${verb.example}`);
    }
    for (const setting of SETTINGS) expect(plain, setting.key).toContain(`--${longName(setting.flags)}`);
    expect(plain).toContain("--target scheduler");
    expect(plain).toContain("1.2.3");
  });

  it("has no date, so that it is the same on every day", () => {
    expect(page).toMatch(/^\.TH TIKTOK\\-ADVISOR 1 "" "tiktok\\-advisor 1\.2\.3" "User Commands"\n/);
  });

  it.skipIf(!hasProgram("groff"))("is formatted by groff without a warning", () => {
    const run = spawnSync("groff", ["-man", "-ww", "-Tascii"], { input: page, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    expect(run.stdout.replace(/.\x08/g, "")).toContain("--per-week");
  });
});
