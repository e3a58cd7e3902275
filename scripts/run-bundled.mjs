// Bundles one TypeScript entry into a temporary file beside the packages it needs and runs it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

/**
 * @param entry path of the entry from the project's root
 * @param args its arguments
 * @returns its exit code
 */
export async function runBundled(entry, args = process.argv.slice(2)) {
  mkdirSync("node_modules/.cache", { recursive: true });
  const folder = mkdtempSync(join("node_modules/.cache", `${basename(entry, ".ts")}-`));
  try {
    const outfile = join(folder, `${basename(entry, ".ts")}.mjs`);
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20.19",
      packages: "external",
      logLevel: "warning",
    });
    return spawnSync(process.execPath, [outfile, ...args], { stdio: "inherit" }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
