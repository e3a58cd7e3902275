import { copyFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { run, runAlone } from "./run.mjs";

const STRICT = { strict: true, skipLibCheck: false, target: "es2022", types: [] };
const RESOLUTIONS = [
  ["--module", "nodenext", "--moduleResolution", "nodenext"],
  ["--module", "esnext", "--moduleResolution", "bundler", "--noEmit"],
];

/** Compiles user.ts against the installed types, as Node and as bundlers resolve them; leaves user.js in the folder. */
export function compileUser(folder) {
  copyFileSync(new URL("user.ts", import.meta.url), join(folder, "user.ts"));
  const config = { compilerOptions: STRICT, files: ["user.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = resolve("node_modules/typescript/bin/tsc");
  for (const resolution of RESOLUTIONS) run(process.execPath, [tsc, "-p", ".", ...resolution], folder);
}

/** Runs user.js on a Node: the facts it tells, and the report that it makes of an export. */
export function useLibrary(node, folder, { path, version, generatedAt }) {
  const script = `
    import { facts, reportText } from "./user.js";
    const [path, version, generatedAt] = process.argv.slice(1);
    console.log(JSON.stringify({ ...(await facts()), text: await reportText(path, version, generatedAt) }));`;
  const args = ["--input-type=module", "--eval", script, path, version, generatedAt];
  return JSON.parse(runAlone(node, args, folder));
}
