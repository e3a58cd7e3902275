import { expect, test } from "vitest";
import { fitModel } from "../../src/model/index.ts";
import { DEFAULT_SETTINGS, simulatedDataset } from "../support/simulated-dataset.ts";
import { simulateAccount } from "../support/simulator.ts";

/** Six significant digits: more than any processor's mathematics library differs by. */
const six = (value: number) => Number(value.toPrecision(6));

// Stands for the shared reference where that is absent: an account of the project's own simulator and what the model said of it
// when it agreed with the reference to 1e-11.
test("an account of the own simulator is fitted as on the day the reference held", async () => {
  const account = simulateAccount({ seed: 11, posts: 100, scenario: "typical" });
  const fits = fitModel(simulatedDataset(account), { ...DEFAULT_SETTINGS, goal: "views" });
  const estimates = [...fits.windows.cells.filter((_, i) => i % 12 === 0), ...fits.hashtags, ...fits.sounds]
    .filter(({ estimate }) => estimate !== null)
    .map(({ id, posts, estimate }) => [
      id,
      posts,
      six(estimate!.mean),
      six(estimate!.sd),
      six(estimate!.probability),
    ]);
  const outcomes = fits.outcomes.map(({ outcome, posts, nu, residualSd, perPostVariance, parts }) => ({
    outcome,
    posts,
    nu,
    residualSd: six(residualSd),
    perPostVariance: six(perPostVariance),
    parts: parts.map(({ part, sd }) => [part, six(sd)]),
  }));
  expect(estimates.length).toBeGreaterThan(20);
  await expect(`${JSON.stringify({ outcomes, estimates }, null, 1)}\n`).toMatchFileSnapshot(
    "../../fixtures/creators/simulated-100.model.json",
  );
});
