import { describe, expect, it } from "vitest";
import { readOptionsOf } from "../../src/commands/reading.ts";
import { resolveSettings } from "../../src/commands/resolve-settings.ts";
import { fakeIo } from "../support/fake-io.ts";
import { runCli } from "../support/run-cli.ts";
import { sampleExport } from "../support/sample-export.ts";

describe("the memory that posts may take", () => {
  const stdin = sampleExport({ account: "loaf.lab", posts: 50, seed: 1 });

  it("grows with the heap, as the hint says, and has no other limit", async () => {
    const small = await runCli(["analyze", "-"], { stdin, heapBytes: 100_000 });
    expect(small.code).toBe(1);
    expect(small.stderr).toMatch(/^error\[INPUT_TOO_LARGE\]: .*\n {2}hint: .*--max-old-space-size/);
    const large = await runCli(["analyze", "-"], { stdin, heapBytes: 400_000 });
    expect(large.code).toBe(0);
  });

  it.each([4, 16])("is half of a heap of %i GB", (gigabytes) => {
    const { io } = fakeIo({ heapBytes: gigabytes * 2 ** 30 });
    const options = readOptionsOf({ settings: resolveSettings({}, io), io });
    expect(options.memoryBytes).toBe(gigabytes * 2 ** 29);
  });
});

describe("the zone of the computer", () => {
  it("is not asked for before the data have been read", () => {
    const { io } = fakeIo();
    Object.defineProperty(io, "hostZone", {
      get() {
        throw new Error("asked");
      },
    });
    const options = readOptionsOf({ settings: resolveSettings({}, io), io });
    expect(() => options.hostZone).toThrow("asked");
  });
});
