import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

/** Packs the project twice into a folder; the bytes must agree. Returns the path of the tarball. */
export function tarball(folder) {
  const first = packed(folder, "first.tgz");
  const second = packed(folder, "second.tgz");
  if (!readFileSync(first).equals(readFileSync(second)))
    throw new Error("packing twice gives different bytes");
  return first;
}

function packed(folder, name) {
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(run("npm", pack));
  renameSync(join(folder, filename), join(folder, name));
  return join(folder, name);
}
