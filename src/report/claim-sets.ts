/** One candidate of a set: `key` breaks ties, `risk` is the probability in [0,1] of being wrong about it. */
export interface Candidate {
  key: string;
  risk: number;
}

const byRisk = (a: Candidate, b: Candidate) =>
  a.risk - b.risk || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * Bayesian false-discovery set: the most candidates whose average risk stays within `fdr` (MODEL.md 4.2).
 * @param candidates risk = probability that the claim is false, in [0,1]
 * @param fdr in [0,1]
 * @returns keys of the set
 * @example bayesDiscoveries([{ key: "a", risk: 0.02 }, { key: "b", risk: 0.3 }], 0.1) // ["a"]
 */
export function bayesDiscoveries(candidates: readonly Candidate[], fdr: number): string[] {
  const sorted = [...candidates].sort(byRisk);
  let sum = 0;
  let size = 0;
  sorted.forEach(({ risk }, i) => {
    sum += risk;
    if (sum <= fdr * (i + 1)) size = i + 1;
  });
  return sorted.slice(0, size).map(({ key }) => key);
}

/**
 * The step-up rule of Benjamini and Hochberg (1995, JRSS B 57:289-300,
 * https://doi.org/10.1111/j.2517-6161.1995.tb02031.x): the largest k with p_(k) <= k fdr / m.
 * @param candidates risk = tail probability in [0,1]; all m members of the family
 * @param fdr in [0,1]
 * @returns keys of the set
 * @example stepUpDiscoveries([{ key: "a", risk: 0.01 }, { key: "b", risk: 0.2 }], 0.1) // ["a"]
 */
export function stepUpDiscoveries(candidates: readonly Candidate[], fdr: number): string[] {
  const sorted = [...candidates].sort(byRisk);
  let size = 0;
  sorted.forEach(({ risk }, i) => {
    if (risk <= ((i + 1) * fdr) / sorted.length) size = i + 1;
  });
  return sorted.slice(0, size).map(({ key }) => key);
}
