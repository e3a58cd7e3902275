import { fitModel } from "../../src/model/index.ts";
import type { AnalysisSettings, Context, Fits, Post } from "../../src/types.ts";
import { fixedZone, type Zone } from "../../src/zone.ts";
import { DEFAULT_SETTINGS } from "./simulated-dataset.ts";

export const NO_CONTEXT: Context = {
  days: [],
  followerActivity: null,
  gender: [],
  territories: [],
  families: [],
};

/** Fits posts as a run without flags would, on likes, in UTC. */
export function fitPosts(
  posts: readonly Post[],
  given: {
    settings?: Partial<AnalysisSettings>;
    context?: Partial<Context>;
    zone?: Zone;
    asOf?: number;
  } = {},
): Fits {
  const newest = Math.max(0, ...posts.map(({ sortAt }) => sortAt ?? 0));
  return fitModel(
    {
      posts,
      zone: given.zone ?? fixedZone(0),
      asOf: given.asOf ?? newest + 3_600_000,
      context: { ...NO_CONTEXT, ...given.context },
    },
    { ...DEFAULT_SETTINGS, goal: "likes", ...given.settings },
  );
}

/** Every finding of the fits, in order. */
export function allFindings(fits: Fits) {
  return [
    ...fits.windows.cells,
    ...fits.windows.best,
    ...fits.windows.eligible,
    ...fits.hashtags,
    ...fits.sounds,
    ...fits.features,
    ...(fits.duration?.points ?? []),
    ...(fits.matters ? [fits.matters] : []),
  ];
}
