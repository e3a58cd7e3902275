import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

/** Installs packages into a new empty folder and runs no script of theirs. Throws what npm said when it cannot. */
export function install(folder, ...packages) {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages], folder);
}

/** What npm wrote down of the packages that it installed into a folder, by their place. */
export function installed(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8"));
  return packages;
}
