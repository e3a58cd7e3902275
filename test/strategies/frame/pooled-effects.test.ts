import { expect, it } from "vitest";
import { pooledEffect } from "../../../src/strategies/frame/pooled-effects.ts";

it("takes a count as its rate times the views", () => {
  const [views, rate, likes] = (["views", "likeRate", "likes"] as const).map(
    (outcome) => pooledEffect("mention", outcome)!,
  );
  expect(views!.mean).toBe(0.106);
  expect(views!.sd).toBeCloseTo(Math.hypot(0.086, 0.28), 12);
  expect(likes!.mean).toBeCloseTo(views!.mean + rate!.mean, 12);
  expect(likes!.sd).toBeCloseTo(Math.hypot(views!.sd, rate!.sd), 12);
});

it("knows nothing of saves", () => {
  expect(pooledEffect("question", "saveRate")).toBeNull();
});
