import fc from "fast-check";
import { seededRandom } from "../random.ts";
import { type CorpusExport, fuzzCorpus } from "./corpus.ts";
import { MUTATIONS } from "./mutations.ts";
import { randomJson, randomTable } from "./random-table.ts";

/** One input of the fuzz run. */
export interface FuzzCase {
  /** number of the case; with the seed it gives the same bytes again */
  index: number;
  /** name of the last mutation, or of the generator */
  kind: string;
  /** what was mutated */
  from: string;
  files: readonly { name: string; bytes: Uint8Array }[];
}

const encoder = new TextEncoder();
const GENERATORS = [
  { kind: "random table", name: "export.csv", arbitrary: randomTable },
  { kind: "random JSON", name: "export.json", arbitrary: randomJson },
] as const;

/**
 * The inputs of a fuzz run: nine in ten are mutated exports, with one to three mutations, the rest made by fast-check.
 * @param root folder of the project
 * @param seed whole number in [0, 2^21)
 */
export function fuzzCases(root: string, seed: number): (index: number) => FuzzCase {
  const corpus = fuzzCorpus(root);
  return (index) => {
    const random = seededRandom((Math.imul(seed, 0x9e3779b1) ^ index) >>> 0);
    return random.chance(0.1) ? generated(index, seed, random.below(2)) : mutated(corpus, index, random);
  };
}

function generated(index: number, seed: number, which: number): FuzzCase {
  const { kind, name, arbitrary } = GENERATORS[which]!;
  const [text] = fc.sample<string>(arbitrary, { numRuns: 1, seed: seed * 1_000_003 + index });
  return { index, kind, from: "fast-check", files: [{ name, bytes: encoder.encode(text) }] };
}

function mutated(corpus: readonly CorpusExport[], index: number, random: ReturnType<typeof seededRandom>) {
  const chosen = corpus[random.below(corpus.length)]!;
  const names = Object.keys(MUTATIONS);
  const files = chosen.files.map((file) => ({ ...file }));
  let kind = "";
  for (let times = 1 + random.below(3); times > 0; times--) {
    kind = names[random.below(names.length)]!;
    const file = files[random.below(files.length)]!;
    file.bytes = MUTATIONS[kind]!(file.bytes, random);
  }
  return { index, kind, from: chosen.name, files };
}
