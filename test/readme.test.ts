import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltProgram, buildProgramFiles, spawned } from "./support/built-program.ts";
import { hasProgram } from "./support/has-program.ts";

const ROOT = join(import.meta.dirname, "..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** The shell blocks of the README that are marked to be run. */
const blocks = [...README.matchAll(/^```sh run\n([\s\S]*?)^```$/gm)].map((match) => match[1]!.trim());

describe.runIf(hasProgram("bash") && hasProgram("jq"))(
  "README: what it shows can be run (bash and jq)",
  () => {
    let program: BuiltProgram;
    let folder: string;

    beforeAll(() => {
      program = buildProgramFiles();
      folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-readme-"));
      mkdirSync(join(folder, "bin"));
      mkdirSync(join(folder, "exports"));
      const shim = join(folder, "bin", "tiktok-advisor");
      writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${program.bin}" "$@"\n`);
      chmodSync(shim, 0o755);
      for (const place of ["home-baker.csv", "exports/Content.csv"])
        copyFileSync(join(ROOT, "fixtures/creators/home-baker.csv"), join(folder, place));
    });

    afterAll(() => {
      program.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    it("has the examples it promises", () => {
      expect(
        blocks.filter((block) => block.includes("| jq") || block.includes("jq -r")).length,
      ).toBeGreaterThanOrEqual(3);
    });

    it.each(blocks)("%s", async (block) => {
      const ended = await spawned("bash", ["-euo", "pipefail", "-c", block], {
        cwd: folder,
        env: { PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"]}` },
      });
      expect(ended.stderr).not.toContain("error[");
      expect(ended.code).toBe(0);
      for (const [, file] of block.matchAll(/ -o (\S+)/g))
        expect(readFileSync(join(folder, file!), "utf8").length).toBeGreaterThan(100);
      if (block.includes("jq")) expect(ended.stdout.trim()).not.toBe("");
    });
  },
);
