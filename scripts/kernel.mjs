// Compiles assembly/ to src/stats/kernel-bytes.ts: node scripts/kernel.mjs; with --check only says whether that file is current.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TARGET = "src/stats/kernel-bytes.ts";
const folder = mkdtempSync(join(tmpdir(), "tiktok-advisor-kernel-"));
try {
  const out = join(folder, "kernel.wasm");
  const compile = ["asc", "assembly/index.ts", "-O3", "--converge", "--enable", "simd", "--runtime", "stub"];
  const memory = ["--importMemory", "--noExportMemory", "--noAssert"];
  const asc = ["exec", "--yes", "--package=assemblyscript@0.28.20", "--", ...compile, ...memory, "-o", out];
  execFileSync("npm", asc, { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
  const text = `/** The compiled kernel of assembly/, in base64. Written by \`npm run kernel\`: change the sources there. */
export const KERNEL =
  "${readFileSync(out).toString("base64")}";
`;
  if (!process.argv.includes("--check")) writeFileSync(TARGET, text);
  else if (readFileSync(TARGET, "utf8") !== text) {
    console.error(`${TARGET} is not what assembly/ compiles to: npm run kernel`);
    process.exitCode = 1;
  } else console.log(`${TARGET} is current`);
} finally {
  rmSync(folder, { recursive: true });
}
