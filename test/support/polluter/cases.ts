import { seededRandom } from "../random.ts";
import { cleanAccount } from "./clean-account.ts";
import { broken, containers, hostile } from "./input-cases.ts";
import type { PollutionCase } from "./pollution-case.ts";
import { headers, rows, surroundings } from "./table-cases.ts";
import { dialects, encodings, values } from "./writing-cases.ts";

/** Every case for one seed, at least 150. */
export function pollutionCases(seed: number): PollutionCase[] {
  const posts = cleanAccount(seed);
  const plain = cleanAccount(seed, 40, true);
  const random = seededRandom(seed + 1);
  return [
    ...dialects(posts, plain),
    ...values(posts),
    ...encodings(plain),
    ...surroundings(posts),
    ...headers(posts),
    ...rows(posts, random.below(40)),
    ...containers(posts),
    ...hostile(posts),
    ...broken(posts),
  ];
}
