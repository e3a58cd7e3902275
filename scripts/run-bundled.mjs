// Bundles a program in TypeScript into a temporary file beside the packages it needs and runs it: node scripts/run-bundled.mjs bench/fit.ts 300
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { BUNDLE } from "./bundle.mjs";

const [entry, ...args] = process.argv.slice(2);
const name = basename(entry, ".ts");
mkdirSync("node_modules/.cache", { recursive: true });
const folder = mkdtempSync(join("node_modules/.cache", `${name}-`));
try {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    ...BUNDLE,
  });
  process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
