// Writes the exports of the made-up creators in fixtures/creators; the same files on every run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
const folder = mkdtempSync(join(root, "node_modules/.cache/creators-"));
try {
  const bundle = join(folder, "creators.mjs");
  await build({
    entryPoints: ["test/support/creators/creators.ts"],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "warning",
  });
  const { STORED_CREATORS } = await import(pathToFileURL(bundle).href);
  for (const [name, files] of STORED_CREATORS) {
    for (const [path, text] of files()) {
      const target = join(root, "fixtures/creators", name, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      console.log(`wrote fixtures/creators/${name}/${path}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
