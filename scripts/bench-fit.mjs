// Bundles bench/fit.ts into a temporary file beside the packages it needs and runs it: node scripts/bench-fit.mjs 300
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const folder = mkdtempSync(join("node_modules", ".bench-fit-"));
try {
  const outfile = join(folder, "fit.mjs");
  await build({
    entryPoints: ["bench/fit.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    logLevel: "warning",
  });
  process.exitCode =
    spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
