import { expect, it } from "vitest";
import { challenges } from "../../src/strategies/challenges.ts";
import { consistency } from "../../src/strategies/consistency.ts";
import { gap } from "../../src/strategies/frame/gap.ts";
import { giveaways } from "../../src/strategies/giveaways.ts";
import { healthyMetrics } from "../../src/strategies/healthy-metrics.ts";
import { influencerFit } from "../../src/strategies/influencer-fit.ts";
import { finding } from "../support/findings.ts";
import { emptyDataset, handFits } from "../support/hand-fits.ts";
import { handDays, handPosts } from "../support/hand-posts.ts";

const { baseline } = handFits();
const band = (median: number) => ({ median, low: median / 3, high: 3 * median, level: 0.8 });

it("a usual post that reaches more people than follow is not cut to all of them", () => {
  const reach = (views: number) =>
    influencerFit
      .measure(handFits({ baseline: { ...baseline, perPost: { views: band(views) } } }), {
        ...emptyDataset(),
        context: { ...emptyDataset().context, days: handDays(3, () => ({ followers: 5000 })) },
      })
      .facts.find(({ key }) => key === "followers")!.text;
  expect(reach(13_000)).toBe("5K followers, a usual post gets 2.6 times as many views.");
  expect(reach(1500)).toBe("5K followers, a usual post gets 0.3 times as many views.");
});

it("no post below the band is none, not 0", () => {
  const posts = handPosts(40);
  const fits = handFits({ mature: posts, baseline: { ...baseline, perPost: { likes: band(3) } } });
  const { standing } = healthyMetrics.measure(fits, { ...emptyDataset(), posts });
  expect(standing!.reason).toContain("none fell below that");
});

it("a missing export is joined whatever its number", () => {
  expect(gap("sound", "own sounds could be compared").why).toBe(
    "Your export has no sounds. With that added, own sounds could be compared.",
  );
});

it("a plan of one post a week is a weekly post", () => {
  const parts = { delivery: 0.3, regularity: 0.9, coverage: 0.9, stability: null };
  const score = { score: 40, low: 30, high: 50, parts, postsPerWeek: 0.6, longestGapDays: 50, weeks: 20 };
  const action = (plan: number) =>
    consistency.measure(handFits({ consistency: { ...score, plan } }), emptyDataset()).habits[0]!;
  expect(action(1).action).toBe("Post once a week, also in quiet weeks.");
  expect(action(1).why).toContain("30 % of the plan of 1 post a week");
  expect(action(3).action).toBe("Post 3 times a week, also in quiet weeks.");
});

it("thousands of posts are told apart", () => {
  const counts = { ...handFits().counts, mature: 1987 };
  const { standing } = challenges.measure(handFits({ counts, features: [] }), {
    ...emptyDataset(),
    posts: handPosts(3),
  });
  expect(standing!.reason).toContain("of your 1,987 settled posts");
});

it("followers that are lost are no gain", () => {
  const posts = handPosts(40, (i) => (i % 10 === 0 ? { title: "GIVEAWAY time" } : {}));
  const days = handDays(40, (i) => ({ views: null, newFollowers: i % 10 < 3 ? -6 : 10 }));
  const features = [finding({ key: "giveaway", posts: 4 })];
  const context = { ...emptyDataset().context, days };
  const { facts } = giveaways.measure(handFits({ features }), { ...emptyDataset(), posts, context });
  expect(facts[0]!.text).toBe(
    "On the 12 days from a giveaway to two days later you lost 6 followers a day, on the 28 other days you gained 10.",
  );
});
