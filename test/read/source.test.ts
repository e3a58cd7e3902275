import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openTables, startRun } from "../../src/read/open-tables.ts";
import { shortNames } from "../../src/read/source.ts";
import { countKinds, readTables } from "../support/read-tables.ts";

const HEADER = "id,create_time,views\n";
const line = (index: number) => `75919310802919751${10 + index},${1767634200 + index},${100 + index}\n`;
const table = HEADER + line(1) + line(2);
const folder = () => mkdtempSync(join(tmpdir(), "tiktok-advisor-"));
const isRoot = process.getuid?.() === 0;

describe("inputs", () => {
  it("reads a folder with its folders, in order of name, without hidden files", async () => {
    const root = folder();
    mkdirSync(join(root, "b", "c"), { recursive: true });
    writeFileSync(join(root, "z.csv"), table);
    writeFileSync(join(root, "b", "c", "a.csv"), `${table}${line(3)}`);
    writeFileSync(join(root, ".hidden.csv"), table);
    writeFileSync(join(root, "notes.md"), "# notes");
    const { tables, warnings } = await readTables([root]);
    expect(tables.map(({ table: { name }, rows }) => [name, rows.length])).toEqual([
      ["a.csv", 3],
      ["z.csv", 2],
    ]);
    expect(warnings.map(({ message }) => message)).toEqual(["notes.md is not an export; skipped."]);
  });
  it("does not follow folders in circles", async () => {
    const root = folder();
    writeFileSync(join(root, "a.csv"), table);
    symlinkSync(root, join(root, "again"));
    expect((await readTables([root])).tables.length).toBe(1);
  });
  it("reads names with spaces, dashes, line ends and escape bytes", async () => {
    const root = folder();
    for (const name of ["-v.csv", "a b.csv", "new\nline.csv", "red\u001b[31m.csv"])
      writeFileSync(join(root, name), table + line(name.length));
    expect((await readTables([root])).tables.length).toBe(4);
  });
  it("names what is not there, and folders without exports", async () => {
    const root = folder();
    writeFileSync(join(root, "notes.md"), "x");
    await expect(readTables([join(root, "no.csv")])).rejects.toMatchObject({ code: "INPUT_NOT_FOUND" });
    await expect(readTables([join(root, "notes.md", "no.csv")])).rejects.toMatchObject({
      code: "INPUT_NOT_FOUND",
    });
    await expect(readTables([root])).rejects.toMatchObject({
      code: "NO_EXPORTS",
      message: expect.stringContaining("1 files looked at"),
    });
  });
  it.skipIf(isRoot)("names what may not be read", async () => {
    const path = join(folder(), "a.csv");
    writeFileSync(path, table);
    chmodSync(path, 0);
    await expect(readTables([path])).rejects.toMatchObject({ code: "INPUT_UNREADABLE" });
  });
  it("reads the standard input and pipes", async () => {
    async function* stdin() {
      for (const byte of Buffer.from(table)) yield Uint8Array.of(byte);
    }
    const { tables } = await readTables(["-"], { stdin: stdin() });
    expect([tables[0]!.table.name, tables[0]!.rows.length]).toEqual(["stdin", 2]);
    await expect(readTables(["-"])).rejects.toMatchObject({ code: "INPUT_UNREADABLE" });

    const pipe = join(folder(), "pipe.csv");
    execFileSync("mkfifo", [pipe]);
    execFileSync("sh", ["-c", `printf '%s' "$1" > "$2" &`, "sh", table, pipe], { stdio: "ignore" });
    expect((await readTables([pipe])).tables[0]!.rows.length).toBe(2);
  });
  it("knows the same file under two names", async () => {
    const root = folder();
    writeFileSync(join(root, "a.csv"), table);
    linkSync(join(root, "a.csv"), join(root, "b.csv"));
    const { tables, warnings } = await readTables([join(root, "b.csv"), join(root, "a.csv")]);
    expect(tables.map(({ table: { name, duplicateOf } }) => [name, duplicateOf])).toEqual([
      ["a.csv", null],
      ["b.csv", "a.csv"],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["DUPLICATE_FILE"]);
  });
  it("notes size and hash of every file, and that one changed", async () => {
    const path = join(folder(), "a.csv");
    writeFileSync(path, table);
    const run = startRun();
    for await (const found of openTables([path], {}, run)) {
      if (found.kind === "failed") continue;
      for await (const batch of found.rows()) expect(countKinds(batch)).toEqual({ row: 2 });
      writeFileSync(path, table + line(3));
    }
    expect(run.inputs).toEqual([
      { name: "a.csv", bytes: table.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(run.warnings.list().map(({ code }) => code)).toEqual(["INPUT_CHANGED"]);
  });
  it("reads a table a second time without new warnings", async () => {
    const run = startRun();
    for await (const found of openTables(["fixtures/broken/short-rows.csv"], {}, run)) {
      if (found.kind === "failed") continue;
      for (let pass = 0; pass < 2; pass++) {
        let rows = 0;
        for await (const batch of found.rows()) rows += batch.length;
        expect(rows).toBe(11);
      }
    }
    expect(run.warnings.list().map(({ count }) => count)).toEqual([2]);
  });
});

describe("shortNames", () => {
  it("takes as many folders as it needs", () => {
    expect(shortNames(["x/a.csv", "y/a.csv", "y/b.csv"])).toEqual(["x/a.csv", "y/a.csv", "b.csv"]);
    expect(shortNames(["a.csv", "./a.csv", "x/y/a.csv", "z/y/a.csv"]).slice(2)).toEqual([
      "x/y/a.csv",
      "z/y/a.csv",
    ]);
    expect(shortNames(["x/a.csv", "x/a.csv"])).toEqual(["a.csv", "a.csv"]);
  });
});
