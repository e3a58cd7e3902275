import { expect, test } from "vitest";
import { fitPosts } from "../support/fit-posts.ts";
import { simulateAccount } from "../support/simulator.ts";

test("a value of a label column is compared with the other values, not with nothing", () => {
  const { posts } = simulateAccount({ seed: 3, posts: 80, scenario: "typical" });
  const fits = fitPosts(
    posts.map((post, i) => ({ ...post, labels: { hook: i % 3 === 0 ? "question" : "story" } })),
    { settings: { labels: ["hook"] } },
  );
  const [question, story] = ["question", "story"].map(
    (value) => fits.features.find(({ key }) => key === `label:hook=${value}`)!.estimate!,
  );
  // with two values one is what the other is not
  expect(question!.mean).toBeCloseTo(-story!.mean, 9);
  expect(question!.sd).toBeCloseTo(story!.sd, 9);
  // about sqrt(v / 27 + v / 53) with what one post brings, far from the spread of two priors
  const { perPostVariance } = fits.outcomes.find(({ outcome }) => outcome === "likes")!;
  expect(question!.sd).toBeLessThan(1.5 * Math.sqrt(perPostVariance * (1 / 27 + 1 / 53)));
});
