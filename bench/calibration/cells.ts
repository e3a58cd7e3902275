import type { Scenario } from "../../test/support/simulator.ts";

/** One cell of the calibration: accounts of one scenario and size. */
export interface Cell {
  name: string;
  scenario: Scenario;
  posts: number;
  /** whether the backtest is run too, which costs three more fits */
  backtest: boolean;
}

const cell = (scenario: Scenario, posts: number): Cell => ({
  name: `${scenario}-${posts}`,
  scenario,
  posts,
  backtest: posts === 300 && ["real", "typical", "null"].includes(scenario),
});

/** Every cell of MODEL.md section 10, in the order in which they are run. */
export const CELLS: readonly Cell[] = [
  ...[30, 100, 300].flatMap((n) => [cell("real", n), cell("null", n), cell("typical", n)]),
  ...(["nullshift", "shift", "viral", "strong", "topic"] as const).map((scenario) => cell(scenario, 300)),
  ...(["real", "null", "typical"] as const).map((scenario) => cell(scenario, 1000)),
];

/** The seed of account `index` of a cell: fresh for every base seed, different in every cell. */
export function accountSeed(base: number, cellIndex: number, index: number): number {
  return (Math.imul(base, 1_000_003) + Math.imul(cellIndex + 1, 100_003) + index) >>> 0;
}
