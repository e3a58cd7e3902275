import { describe, expect, it } from "vitest";
import { judge } from "../../../src/report/judge.ts";
import { evidence, leverAdvice } from "../../../src/strategies/frame/evidence.ts";
import type { AdviceContext, Finding } from "../../../src/types.ts";
import { estimate, finding } from "../../support/findings.ts";
import { emptyDataset, handFits } from "../../support/hand-fits.ts";

const fits = handFits();
const subject = { with: "with it", without: "without it" };
const judged = (over: Partial<Finding>) =>
  judge([finding({ key: "x", posts: 22, ...over })], fits.settings)[0]!;
const say = (mean: number, sd: number, over: Partial<Finding> = {}) =>
  evidence(judged({ estimate: estimate(mean, sd), ...over }), subject, fits);

describe("evidence", () => {
  it("leads with the cautious half and names interval, posts and sureness", () => {
    expect(say(Math.log(1.23), 0.08)).toBe(
      "22 posts with it got 8 to 23 % more likes than comparable posts without it (90 % interval +8 to +40 %, over 99 % sure).",
    );
    expect(say(Math.log(0.8), 0.05)).toContain("got 13 to 20 % fewer likes than");
    expect(say(0.05, 0.1)).toContain("between 11 % fewer and 5 % more likes");
    expect(say(Math.log(2.5), 0.1)).toContain("2.1 to 2.5 times the likes of comparable posts");
  });

  it("does not speak of results of no posts", () => {
    expect(say(Math.log(1.23), 0.08, { posts: 0, rule: "window" })).toBe(
      "None of your posts lies there yet; going by the hours around it, posts with it would get about 8 to 23 % more likes than comparable posts without it (90 % interval +8 to +40 %, over 99 % sure).",
    );
  });

  it("adds the plain average where it claims something else", () => {
    expect(say(0.2, 0.05, { naive: 2.9 })).toContain("A plain average would claim 2.9 times.");
    expect(say(0.2, 0.05, { naive: 1.25 })).not.toContain("plain average");
    expect(say(0.2, 0.05, { naive: 0.004 })).toContain("A plain average would claim 0.004 times.");
  });

  it("names the step of a numeric feature", () => {
    expect(say(0.05, 0.01, { step: "one more hashtag" })).toContain("Per step (one more hashtag)");
  });

  it("says why where there is no estimate", () => {
    const barred = judged({ estimate: null, barred: { verdict: "too-few", reason: "two posts" } });
    expect(evidence(barred, subject, fits)).toBe("Two posts.");
  });
});

describe("leverAdvice", () => {
  const context = (kind: AdviceContext["kind"]): AdviceContext => ({
    kind,
    fits,
    dataset: emptyDataset(),
    expected: {
      outcome: "likes",
      lift: 1.1,
      low: 0.98,
      high: 1.24,
      perWeek: { value: 1, low: 0, high: 2 },
    },
    postsPerArm: null,
  });

  it("is silent in kinds without words", () => {
    expect(leverAdvice(judged({}), context("stop"), { subject, do: { action: "Do it." } })).toBeNull();
  });

  it("says what to expect, from the forecast", () => {
    const said = leverAdvice(judged({}), context("do"), { subject, do: { action: "Do it." } });
    expect(said?.why).toContain("expect about +10 % (−2 to +24 %)");
  });

  it("says how many posts are missing for a test without an experiment", () => {
    const open = judged({ estimate: estimate(0.1, 0.2), posts: 10 });
    const said = leverAdvice(
      open,
      { ...context("test"), expected: null },
      { subject, test: { action: "Test it." } },
    );
    expect(said?.next).toMatch(/^About \d+ more posts/);
  });
});
