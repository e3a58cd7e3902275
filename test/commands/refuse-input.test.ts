import { linkSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refuseInputAsOutput } from "../../src/commands/refuse-input.ts";
import { fakeIo } from "../support/fake-io.ts";

describe("refuseInputAsOutput", () => {
  function place() {
    const { io } = fakeIo();
    mkdirSync(join(io.cwd, "exports"));
    writeFileSync(join(io.cwd, "a.csv"), "x");
    writeFileSync(join(io.cwd, "exports", "b.csv"), "x");
    mkdirSync(join(io.cwd, "exports", "deep"));
    writeFileSync(join(io.cwd, "exports", "deep", "c.csv"), "x");
    writeFileSync(join(io.cwd, "exports", "t.txt"), "id\tviews\tlikes\n1\t2\t3\n");
    linkSync(join(io.cwd, "exports", "b.csv"), join(io.cwd, "hard-b"));
    symlinkSync("exports/b.csv", join(io.cwd, "symbolic-b"));
    symlinkSync("circle", join(io.cwd, "circle"));
    symlinkSync("a.csv", join(io.cwd, "symbolic"));
    linkSync(join(io.cwd, "a.csv"), join(io.cwd, "hard"));
    return io;
  }

  it.each([
    ["by name", "a.csv", ["a.csv"]],
    ["by another spelling of the name", "exports/../a.csv", ["./a.csv"]],
    ["by a symbolic link", "symbolic", ["a.csv"]],
    ["by a symbolic link as input", "a.csv", ["symbolic"]],
    ["by a hard link", "hard", ["a.csv"]],
    ["in a folder of inputs", "exports/b.csv", ["exports"]],
    ["deep in a folder of inputs", "exports/deep/c.csv", ["."]],
    ["in a folder of inputs by a hard link", "hard-b", ["exports"]],
    ["in a folder of inputs by a symbolic link", "symbolic-b", ["exports"]],
    ["that is a text table in a folder", "exports/t.txt", ["exports"]],
    ["among several inputs", "a.csv", ["-", "exports", "a.csv"]],
    ["as a file of an input folder", "exports/b.csv", ["exports/b.csv"]],
    ["by name, though it does not exist", "new.csv", ["new.csv"]],
  ])("refuses an input %s", (_what, output, inputs) => {
    const io = place();
    expect(() => refuseInputAsOutput(output, inputs, io)).toThrow(
      expect.objectContaining({ code: "OUTPUT_IS_INPUT", exitCode: 2, place: output }),
    );
  });

  it.each([
    [
      "report.json",
      '{\n  "schemaVersion": "1.0",\n  "tool": { "name": "tiktok-advisor", "version": "1.0.0" }',
    ],
    ["report.ndjson", '{"schemaVersion":"1.0","tool":{"name":"tiktok-advisor","version":"1.0.0"}'],
    ["report.csv", '"id","key","label","outcome","posts"\n'],
    ["report.txt", "@loaf.lab · 214 posts · 3 Jan to 18 Nov 2026\n"],
    ["report.html", "<!doctype html>"],
  ])("lets the program's own %s in a folder of inputs be written again", (name, text) => {
    const io = place();
    writeFileSync(join(io.cwd, "exports", name), text);
    expect(() => refuseInputAsOutput(`exports/${name}`, ["exports", "."], io)).not.toThrow();
  });

  it.each([
    ["stdout", "-", ["a.csv"]],
    ["no output", null, ["a.csv"]],
    ["links in a circle, which writing will refuse", "circle", ["a.csv", "circle-in"]],
    ["another file", "r.html", ["a.csv", "exports", "-"]],
    ["a device read and written", "/dev/null", ["/dev/null"]],
  ])("lets %s pass", (_what, output, inputs) => {
    expect(() => refuseInputAsOutput(output, inputs, place())).not.toThrow();
  });
});
