import { seededRandom } from "../random.ts";
import { cleanAccount } from "./clean-account.ts";
import { broken, containers, hostile } from "./input-cases.ts";
import type { PollutionCase } from "./pollution-case.ts";
import { headers, rows, surroundings } from "./table-cases.ts";
import { dialects, encodings, values } from "./writing-cases.ts";

/** Every case for one seed, at least 150. */
export function pollutionCases(seed: number): PollutionCase[] {
  return pollutionGroups(seed).flatMap(({ cases }) => cases);
}

/** The cases for one seed by what they soil. */
export function pollutionGroups(seed: number): { group: string; cases: PollutionCase[] }[] {
  const posts = cleanAccount(seed);
  const plain = cleanAccount(seed, 40, true);
  const random = seededRandom(seed + 1);
  return [
    { group: "dialects", cases: dialects(posts, plain) },
    { group: "numbers, dates and other values", cases: values(posts) },
    { group: "encodings", cases: encodings(plain) },
    { group: "what stands around the table", cases: surroundings(posts) },
    { group: "headers", cases: headers(posts) },
    { group: "rows", cases: rows(posts, random.below(40)) },
    { group: "containers", cases: containers(posts) },
    { group: "hostile text", cases: hostile(posts) },
    { group: "broken files", cases: broken(posts) },
  ];
}
