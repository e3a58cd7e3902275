import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Where a path leads through symbolic links, also when the last one points to a file that does not exist yet. */
export function throughLinks(path: string): string {
  let at = path;
  for (let step = 0; step < 40; step++) {
    if (!lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return at;
    at = resolve(realpathSync(dirname(at)), readlinkSync(at));
  }
  throw Object.assign(new Error(), { code: "ELOOP" });
}
