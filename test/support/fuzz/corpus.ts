import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pollutionCases } from "../polluter/cases.ts";

/** One export before it is mutated: its files as they would lie in a folder. */
export interface CorpusExport {
  name: string;
  files: readonly { name: string; bytes: Uint8Array }[];
}

/** Files above this size would fill the run with copying instead of reading. */
const LARGEST_BYTES = 120_000;

/**
 * What mutation starts from: every fixture export, the broken ones, the containers, and every case of the polluter.
 * @param root folder of the project
 */
export function fuzzCorpus(root: string): CorpusExport[] {
  const fixtures = ["fixtures/exports", "fixtures/broken", "fixtures/containers", "fixtures/creators"]
    .flatMap((folder) => filesBelow(join(root, folder)))
    .map((path) => ({
      name: path.slice(root.length + 1),
      files: [{ name: path.slice(path.lastIndexOf("/") + 1), bytes: new Uint8Array(readFileSync(path)) }],
    }));
  const polluted = pollutionCases(1).map(({ name, files }) => ({ name: `polluter: ${name}`, files }));
  return [...fixtures, ...polluted].filter(({ files }) =>
    files.every(({ bytes }) => bytes.length <= LARGEST_BYTES),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
