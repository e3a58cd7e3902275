import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startBusyLine } from "../../src/commands/busy-line.ts";
import { type FakeWorldOptions, fakeIo, temporaryFolder } from "../support/fake-io.ts";

/** What stands on stderr after work that let no timer fire for so long. */
function drawn(milliseconds: number, options: FakeWorldOptions = {}, quiet = false): string {
  const path = join(temporaryFolder(), "stderr");
  const { io } = fakeIo({ stderrIsTTY: true, ...options });
  Object.assign(io.stderr, { fd: openSync(path, "w") });
  const progress = startBusyLine("analysing", quiet, io);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  progress.stop();
  progress.stop();
  return readFileSync(path, "utf8");
}

describe("startBusyLine", () => {
  it("draws while this thread is busy, and takes the line back", () => {
    const text = drawn(3000, { env: { LANG: "en_GB.UTF-8" } });
    expect(text).toMatch(/^\r⠋ analysing\r⠙ analysing\r/);
    expect(text).toMatch(/analysing\r\x1b\[K$/);
  });

  it("draws letters that the terminal has", () => {
    expect(drawn(2000, { env: { LC_ALL: "C" } })).toMatch(/^\r- analysing/);
  });

  it("draws nothing within a second", () => {
    expect(drawn(500)).toBe("");
  });

  it.each([
    ["-q", {}, true],
    ["no terminal", { stderrIsTTY: false }, false],
    ["TERM=dumb", { env: { TERM: "dumb" } }, false],
    ["CI", { env: { CI: "true" } }, false],
  ])("draws nothing with %s", (_what, options, quiet) => {
    expect(drawn(1500, options, quiet)).toBe("");
  });

  it("draws nothing on a stream that is no file of this process", () => {
    const { io, stderr } = fakeIo({ stderrIsTTY: true });
    startBusyLine("analysing", false, io).stop();
    expect(stderr()).toBe("");
  });
});
