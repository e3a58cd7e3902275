import type { Post } from "../../src/types.ts";
import { localTime, namedZone, type Zone } from "../../src/zone.ts";
import { seededRandom } from "./random.ts";
import { simulateCalendar } from "./simulate-calendar.ts";
import { simulateCaption } from "./simulate-captions.ts";
import { simulateSounds } from "./simulate-sounds.ts";
import { simulateTags, simulateTopics } from "./simulate-tags.ts";
import { simulateActivity, simulateWeek } from "./simulate-week.ts";

const DAY = 86_400_000;

export const SCENARIOS = [
  "real",
  "typical",
  "null",
  "strong",
  "viral",
  "shift",
  "nullshift",
  "topic",
] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface SimulateOptions {
  seed: number;
  posts: number;
  scenario: Scenario;
  /** zone of the creator's clock; default UTC */
  zone?: Zone;
  /** instant of the export, ms UTC; default 2025-06-30 12:00 UTC */
  endAt?: number;
  account?: string;
}

/** What was planted, all on log views unless said otherwise. */
export interface Truth {
  /** 168 values at the middles of the hours, weekday-major from Monday, centred */
  grid: readonly number[];
  /** by key with "#": effect, and whether the tag stands for a topic */
  tags: ReadonlyMap<string, { effect: number; topic: boolean; posts: number }>;
  /** by sound key, own sounds left out: mean effect over the posts that used it */
  sounds: ReadonlyMap<string, { effect: number; posts: number }>;
  /** mean sound effect over the library posts, against own sounds */
  library: number;
  /** effect of a length in seconds against the account's own average */
  duration: (seconds: number) => number;
  callToAction: { views: number; likeLogit: number };
  topics: readonly number[];
  /** slope of log views on quality, which also moves the like rate */
  quality: number;
}

/** A simulated creator: posts as the reader would give them, with the planted truth beside. */
export interface SimulatedAccount {
  account: string;
  scenario: Scenario;
  seed: number;
  zone: Zone;
  endAt: number;
  perWeek: number;
  /** ascending in time */
  posts: Post[];
  /** final views of each post, once it is old */
  finalViews: number[];
  /** mean active followers by local hour, 24 values */
  followerActivity: number[];
  truth: Truth;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Share of its final views that a post has at an age. */
export function maturityShare(ageHours: number): number {
  return 1 - Math.exp(-((ageHours / 16) ** 0.7));
}

/**
 * A seeded creator after MODEL.md section 9.
 * @param options seed, number of posts and scenario
 */
export function simulateAccount(options: SimulateOptions): SimulatedAccount {
  const { seed, posts: n, scenario, account = "@simcreator" } = options;
  const zone = options.zone ?? namedZone("UTC");
  const endAt = options.endAt ?? Date.UTC(2025, 5, 30, 12);
  const random = seededRandom(seed);
  const dull = scenario === "null" || scenario === "nullshift";
  const shift = scenario === "shift" || scenario === "nullshift";
  const real = scenario === "real";
  const mult = dull ? 0 : scenario === "strong" ? 2 : 1;

  // The calendar is drawn on the creator's clock; its posts happen when that clock shows those hours.
  const localEnd = endAt + zone.offsetMinutes(endAt) * 60_000;
  const calendar = simulateCalendar(random, { posts: n, endAt: localEnd, shift });
  const postedAt = calendar.postedAt.map((at) => at - zone.offsetMinutes(at) * 60_000);
  const firstAt = postedAt[0]!;
  const span = Math.max(1, postedAt[n - 1]! - firstAt);
  const x = postedAt.map((at) => (at - firstAt) / span);
  const days = postedAt.map((at) => at / DAY);

  const sigma = real ? random.uniform(0.6, 1.05) : random.uniform(0.8, 1.25);
  const small = () => Math.abs(random.normal(0, 0.03));
  const week = simulateWeek(random, {
    hour: mult * (real ? 0.8 * sigma * Math.abs(random.normal(0, 0.12)) : random.uniform(0.08, 0.26)),
    weekday: mult * (real ? small() : random.uniform(0.02, 0.1)),
    inter: mult * (real ? small() : random.uniform(0, 0.1)),
  });

  const topicOf = simulateTopics(random, x);
  const rawTopics = Array.from({ length: 5 }, () => random.normal(0, scenario === "topic" ? 0.45 : 0.15));
  const topicMean = rawTopics.reduce((sum, v) => sum + v, 0) / 5;
  const topics = rawTopics.map((v) => mult * (v - topicMean));
  const tags = simulateTags(random, topicOf, x, mult);
  const sounds = simulateSounds(random, days, mult, real ? random.normal(0, 0.25) : 0);

  const seconds = x.map(() =>
    Math.round(Math.min(600, Math.max(5, Math.exp(random.normal(Math.log(24), 0.6))))),
  );
  const [bend, best, slope] = [random.uniform(0.05, 0.2), random.uniform(2.6, 3.8), random.normal(0.15, 0.2)];
  const lengthEffect = (s: number) => mult * (real ? slope * Math.log(s) : -bend * (Math.log(s) - best) ** 2);
  const callToAction = { views: mult * (random.chance(0.5) ? 0.1 : 0), likeLogit: mult * 0.15 };
  const asks = x.map(() => random.chance(0.3));

  const base = random.normal(Math.log(3000), 0.9);
  const growth = shift ? Math.abs(2 * random.normal(1, 0.6)) + 0.8 : random.normal(1, 0.6);
  const turnAt = random.uniform(0.3, 0.7);
  const waves = [1, 2, 3, 4].map((k) => ({
    k,
    size: random.normal(0, 0.25 / k),
    phase: random.uniform(0, 2 * Math.PI),
  }));
  const rho = random.uniform(0.2, 0.6);
  const momentumSd = random.uniform(0.15, 0.4);
  let momentum = random.normal(0, momentumSd);
  const tails = scenario === "viral" ? 3 : 4;
  const jumpShare = scenario === "viral" ? 0.05 : 0.012;
  const likeBase = -2.5 + random.normal(0, 0.4);
  const qualitySlope = 0.8 * mult;

  const finalViews: number[] = [];
  const posts = postedAt.map((at, i): Post => {
    const { weekday, hour } = localTime(zone, at);
    const quality = random.normal(0, 0.3);
    if (i > 0) momentum = rho * momentum + Math.sqrt(1 - rho ** 2) * random.normal(0, momentumSd);
    const used = tags.filter((tag) => tag.posts[i] === 1);
    let logViews = base + growth * logistic(8 * (x[i]! - turnAt)) + momentum;
    for (const { k, size, phase } of waves) logViews += size * Math.sin(Math.PI * k * x[i]! + phase);
    logViews +=
      week.effect(weekday, hour) + topics[topicOf[i]!]! + sounds[i]!.effect + lengthEffect(seconds[i]!);
    for (const tag of used) logViews += tag.effect;
    logViews += (asks[i] ? callToAction.views : 0) + qualitySlope * quality;
    logViews += sigma * random.studentT(tails) * Math.sqrt((tails - 2) / tails);
    if (random.chance(jumpShare)) logViews += random.exponential(1.6);
    finalViews.push(Math.exp(logViews));

    const ageHours = (endAt - at) / 3_600_000;
    const views = Math.max(1, Math.floor(Math.exp(logViews) * maturityShare(ageHours)));
    const rate = logistic(likeBase + quality + (asks[i] ? callToAction.likeLogit : 0));
    const draw = (share: number, precision: number) =>
      random.binomial(views, random.beta(precision * share, precision * (1 - share)));
    const uploadedAt = BigInt(Math.floor(at / 1000) - 2 - random.below(7));
    const id = `${(uploadedAt << 32n) + BigInt(random.below(2 ** 31))}`;
    const own = sounds[i]!.key === "own";
    const hashtags = used.map(({ key }) => key);
    return {
      id,
      key: id,
      account,
      title: simulateCaption(random, { like: asks[i]! }, hashtags),
      postedAt: at,
      postedOn: new Date(at + zone.offsetMinutes(at) * 60_000).toISOString().slice(0, 10),
      precision: "second",
      sortAt: at,
      scheduled: false,
      promoted: false,
      photo: false,
      snapshotAt: endAt,
      views,
      likes: draw(rate, 90),
      comments: draw(rate * 0.03, 300),
      shares: draw(rate * 0.06, 300),
      saves: draw(rate * 0.08, 300),
      durationSeconds: seconds[i]!,
      soundId: own ? `${BigInt(id) - 1n}` : sounds[i]!.key,
      sound: own ? `original sound - ${account.slice(1)}` : sounds[i]!.name,
      soundKey: own ? `${BigInt(id) - 1n}` : sounds[i]!.key,
      soundOrigin: own ? "own" : "library",
      hashtags,
      hashtagLabels: hashtags,
      labels: Object.create(null) as Record<string, null>,
      averageWatchSeconds: null,
      completionRate: null,
      newFollowers: null,
      snapshots: [],
      file: "simulated.csv",
      line: i + 2,
    };
  });

  const meanLength = seconds.reduce((sum, s) => sum + lengthEffect(s), 0) / n;
  const library = sounds.filter(({ key }) => key !== "own");
  const bySound = new Map<string, { effect: number; posts: number }>();
  for (const { key, effect } of library) {
    const seen = bySound.get(key) ?? { effect: 0, posts: 0 };
    bySound.set(key, {
      effect: (seen.effect * seen.posts + effect) / (seen.posts + 1),
      posts: seen.posts + 1,
    });
  }
  return {
    account,
    scenario,
    seed,
    zone,
    endAt,
    perWeek: calendar.perWeek,
    posts,
    finalViews,
    followerActivity: simulateActivity(random, week.grid),
    truth: {
      grid: week.grid,
      tags: new Map(
        tags.map(({ key, effect, topic, posts: use }) => [
          key,
          { effect, topic, posts: use.reduce((sum, u) => sum + u, 0) },
        ]),
      ),
      sounds: bySound,
      library: library.reduce((sum, { effect }) => sum + effect, 0) / Math.max(1, library.length),
      duration: (s) => lengthEffect(s) - meanLength,
      callToAction,
      topics,
      quality: qualitySlope,
    },
  };
}
