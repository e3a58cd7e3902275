// Bundles src into dist: one small entry for the program, one for the library, the rest in chunks that load when needed.
// What nearly every call loads is bundled too, because reading a package file by file costs more than running it.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const BUNDLED = ["commander", "csv-parse", "date-fns", "chalk", "string-width", "fflate"];

/** The word after a flag of this script. */
function option(flag) {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}

const outdir = option("--outdir") ?? "dist";
const metafilePath = option("--metafile");
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const outside = Object.keys(dependencies).filter((name) => !BUNDLED.includes(name));

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { cli: "src/cli.ts", index: "src/index.ts", "each-worker": "src/commands/each/worker.ts" },
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: outside.flatMap((name) => [name, `${name}/*`]),
  alias: {
    // commander can start other programs as its subcommands; this program has none and starts nothing
    "node:child_process": resolve("scripts/no-child-process.cjs"),
    "string-width": resolve("scripts/lazy-string-width.cjs"),
  },
  // commander is CommonJS and asks for node's own modules; anything else is bundled or imported
  banner: { js: "const require = process.getBuiltinModule;" },
  chunkNames: "chunks/[name]-[hash]",
  legalComments: "none",
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join(outdir, "THIRD-PARTY.txt"), licences(metafile));
if (metafilePath) writeFileSync(metafilePath, JSON.stringify(metafile));
if (!process.argv.includes("--no-types")) {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
    stdio: "inherit",
  });
}

/** The licences of the packages whose code is in the bundle. */
function licences({ inputs }) {
  const names = new Set();
  for (const path of Object.keys(inputs)) {
    const inside = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
    if (inside) names.add(inside[1]);
  }
  const texts = [...names].sort().map((name) => {
    const folder = join("node_modules", name);
    const file = existsSync(folder) && readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name}\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : "see its package"}\n`;
  });
  return `This bundle contains code of these packages.\n\n${texts.join("\n----\n\n")}`;
}
