import { describe, expect, it } from "vitest";
import { readOptionsOf } from "../../src/commands/reading.ts";
import { resolveSettings } from "../../src/commands/resolve-settings.ts";
import { readExports } from "../../src/read/index.ts";
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
  const posts = (rows: string) => `id,text,createTime,playCount,diggCount\n${rows}`;
  /** zones asked for */
  function world(stdin: string) {
    const asked: string[] = [];
    const { io } = fakeIo({ stdin });
    Object.defineProperty(io, "hostZone", { get: () => asked.push("asked") && "Europe/Paris" });
    const options = readOptionsOf({ settings: resolveSettings({}, io), io });
    return { asked, options };
  }

  it.each([
    ["is asked for where nothing tells", posts("1,Loaf,1749546000,100,10\n"), ["asked"], "host"],
    [
      "is not asked for where the data tell",
      sampleExport({ account: "loaf.lab", posts: 30, seed: 1 }).replace(
        /"createTime":(\d+)/g,
        (_, seconds: string) =>
          `"createTime":"${new Date(1000 * Number(seconds) - 4 * 3_600_000).toISOString().slice(0, 19)}"`,
      ),
      [],
      "inferred",
    ],
  ])("%s", async (_what, stdin, wanted, source) => {
    const { asked, options } = world(stdin);
    const dataset = await readExports(["-"], options);
    expect([dataset.zoneSource, asked]).toEqual([source, wanted]);
  });
});
