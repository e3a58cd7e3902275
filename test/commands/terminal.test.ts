import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startProgress, viewOf } from "../../src/commands/terminal.ts";
import { fakeIo } from "../support/fake-io.ts";

function view(
  env: Record<string, string>,
  { tty = true, columns = 100, color = true, platform = "linux" as const } = {},
) {
  const { io } = fakeIo({ env, stdoutIsTTY: tty, columns, platform });
  return viewOf(io.stdout, color, io);
}

describe("viewOf", () => {
  it.each([
    ["the terminal", {}, { columns: 100 }, 100],
    ["COLUMNS before the terminal", { COLUMNS: "64" }, { columns: 100 }, 64],
    ["at least 20", {}, { columns: 4 }, 20],
    ["at most 120", {}, { columns: 300 }, 120],
    ["80 where nothing is known", {}, { tty: false }, 80],
    ["80 where the terminal does not know", {}, { columns: 0 }, 80],
    ["the terminal for a senseless COLUMNS", { COLUMNS: "wide" }, { columns: 90 }, 90],
  ])("takes the width of %s", (_what, env, options, width) => {
    expect(view(env, options).width).toBe(width);
  });

  it.each([
    ["a terminal", { TERM: "xterm" }, {}, 1],
    ["256 colours", { TERM: "xterm-256color" }, {}, 2],
    ["true colour", { TERM: "xterm", COLORTERM: "truecolor" }, {}, 3],
    ["no terminal", { TERM: "xterm" }, { tty: false }, 0],
    ["NO_COLOR", { TERM: "xterm", NO_COLOR: "1" }, {}, 0],
    ["an empty NO_COLOR, which counts as none", { TERM: "xterm", NO_COLOR: "" }, {}, 1],
    ["NO_COLOR and FORCE_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, {}, 0],
    ["--no-color and FORCE_COLOR", { FORCE_COLOR: "1" }, { color: false }, 0],
    ["TERM=dumb", { TERM: "dumb" }, {}, 0],
    ["FORCE_COLOR without a terminal", { FORCE_COLOR: "1" }, { tty: false }, 1],
    ["FORCE_COLOR=2", { FORCE_COLOR: "2" }, { tty: false }, 2],
    ["FORCE_COLOR=3", { FORCE_COLOR: "3" }, { tty: false }, 3],
    ["FORCE_COLOR=0", { TERM: "xterm", FORCE_COLOR: "0" }, {}, 0],
    ["FORCE_COLOR=true on TERM=dumb", { TERM: "dumb", FORCE_COLOR: "true" }, {}, 1],
  ])("decides on colour with %s", (_what, env, options, colour) => {
    expect(view(env, options).colour).toBe(colour);
  });

  it.each([
    ["UTF-8", { LANG: "en_GB.UTF-8" }, true],
    ["LC_ALL=C", { LC_ALL: "C", LANG: "en_GB.UTF-8" }, false],
    ["LC_CTYPE before LANG", { LC_CTYPE: "tr_TR.utf8", LANG: "C" }, true],
    ["nothing said", {}, true],
    ["TERM=dumb", { TERM: "dumb", LANG: "en_GB.UTF-8" }, false],
    ["the Linux console", { TERM: "linux", LANG: "en_GB.UTF-8" }, false],
  ])("chooses letters with %s", (_what, env, unicode) => {
    expect(view(env).unicode).toBe(unicode);
  });
});

describe("startProgress", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("shows nothing within a second, and what is being done after it", async () => {
    const { io, stdout, stderr } = fakeIo({ stderrIsTTY: true });
    const progress = startProgress("reading", false, io);
    await vi.advanceTimersByTimeAsync(999);
    expect(vi.getTimerCount()).toBe(1);
    expect(stderr()).toBe("");
    await vi.advanceTimersByTimeAsync(1);
    while (!stderr().includes("reading")) await turn();
    progress.stop();
    expect(stdout()).toBe("");
  });

  it("shows nothing when it is stopped within a second", async () => {
    const { io } = fakeIo({ stderrIsTTY: true });
    startProgress("reading", false, io).stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ["-q", {}, true],
    ["no terminal", { stderrIsTTY: false }, false],
    ["TERM=dumb", { env: { TERM: "dumb" } }, false],
    ["CI", { env: { CI: "true" } }, false],
  ])("shows nothing with %s", (_what, options, quiet) => {
    const { io } = fakeIo({ stderrIsTTY: true, ...options });
    startProgress("reading", quiet, io);
    expect(vi.getTimerCount()).toBe(0);
  });
});
