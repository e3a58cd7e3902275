import { openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startBusyLine } from "../../src/commands/busy-line.ts";
import { type FakeWorldOptions, fakeIo, temporaryFolder } from "../support/fake-io.ts";

const PATIENCE_MS = 120_000;

/**
 * What stands on stderr after work that let no timer fire: for so many ms, or until it is like the pattern. Another thread
 * draws, and nobody knows when a busy machine lets it.
 */
function drawn(until: number | RegExp, options: FakeWorldOptions = {}, quiet = false): string {
  const path = join(temporaryFolder(), "stderr");
  const { io } = fakeIo({ stderrIsTTY: true, ...options });
  Object.assign(io.stderr, { fd: openSync(path, "w") });
  const progress = startBusyLine("analysing", quiet, io);
  const start = performance.now();
  const over = () =>
    performance.now() - start > (typeof until === "number" ? until : PATIENCE_MS) ||
    (typeof until !== "number" && until.test(readFileSync(path, "utf8")));
  while (!over()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  progress.stop();
  progress.stop();
  return readFileSync(path, "utf8");
}

describe("startBusyLine", () => {
  it("draws while this thread is busy, and takes the line back", () => {
    const text = drawn(/^\r⠋ analysing\r⠙ analysing\r/, { env: { LANG: "en_GB.UTF-8" } });
    expect(text).toMatch(/^\r⠋ analysing\r⠙ analysing\r/);
    expect(text).toMatch(/analysing\r\x1b\[K$/);
  });

  it("draws letters that the terminal has", () => {
    expect(drawn(/analysing/, { env: { LC_ALL: "C" } })).toMatch(/^\r- analysing/);
  });

  it("draws nothing for work that is soon done", () => {
    expect(drawn(0)).toBe("");
  });

  it("draws nothing within a second", () => {
    const start = performance.now();
    const text = drawn(/analysing/);
    expect(performance.now() - start).toBeGreaterThanOrEqual(1000);
    expect(text).toContain("analysing");
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
