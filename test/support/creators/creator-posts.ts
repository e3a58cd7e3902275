import { seededRandom } from "../random.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What a made-up creator films: captions, the tags that come with them, and how often. */
export interface Topic {
  share: number;
  captions: readonly string[];
  tags: readonly string[];
}

/** A creator as somebody would describe one, with what is planted (logs of ratios). */
export interface Creator {
  seed: number;
  handle: string;
  posts: number;
  /** first and last possible instant of posting as it shows on the creator's clock, ms */
  fromLocal: number;
  untilLocal: number;
  /** clock minus UTC */
  offsetHours: number;
  /** usual hours of posting with their weights */
  hours: readonly (readonly [hour: number, weight: number])[];
  topics: readonly Topic[];
  /** tags besides those of the topic: share of the posts */
  extraTags: Readonly<Record<string, number>>;
  /** words thrown into captions: share of the posts */
  remarks: readonly (readonly [text: string, share: number])[];
  /** usual views at the start, and their growth over the whole time (log) */
  usualViews: number;
  growth: number;
  /** sd of a post's luck (log) */
  luck: number;
  likeShare: number;
  secondsTypical: number;
  /** share of posts with a sound of others */
  librarySounds: number;
  planted: {
    tags?: Readonly<Record<string, number>>;
    librarySound?: number;
    lengthPerDoubling?: number;
    /** caption holds this text: logit of likes per view */
    likeAsk?: readonly [text: string, effect: number];
  };
}

/** One post of a made-up creator, with the counts it comes to in the end. */
export interface CreatorPost {
  id: string;
  postedAt: number;
  caption: string;
  tags: readonly string[];
  seconds: number;
  /** null = the creator's own sound */
  sound: { id: string; name: string; author: string } | null;
  views: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
}

const BORROWED = [
  { id: "7301000000000000101", name: "Paper Lanterns", author: "Halden Row" },
  { id: "7301000000000000202", name: "Slow Tide", author: "Mira Voss" },
  { id: "7301000000000000303", name: "Count To Nine", author: "The Ninth Floor" },
] as const;

/** The posts of a creator in order of time; the same for the same creator. */
export function creatorPosts(creator: Creator): CreatorPost[] {
  const random = seededRandom(creator.seed);
  const span = creator.untilLocal - creator.fromLocal;
  const locals = Array.from({ length: creator.posts }, () => {
    const [hour] = creator.hours[random.weighted(creator.hours.map(([, weight]) => weight))]!;
    const day = Math.floor((creator.fromLocal + random.uniform() * span) / DAY) * DAY;
    return day + Math.min(23.9, Math.max(0, random.normal(hour, 0.9))) * HOUR;
  });
  return locals
    .map((local) => Math.floor((local - creator.offsetHours * HOUR) / 1000) * 1000)
    .sort((a, b) => a - b)
    .map((postedAt) => {
      const topic = creator.topics[random.weighted(creator.topics.map(({ share }) => share))]!;
      const tags = topic.tags.filter(() => random.chance(0.8));
      for (const [tag, share] of Object.entries(creator.extraTags)) if (random.chance(share)) tags.push(tag);
      const words = [topic.captions[random.below(topic.captions.length)]!];
      for (const [text, share] of creator.remarks) if (random.chance(share)) words.push(text);
      const seconds = Math.round(
        Math.min(180, Math.max(5, creator.secondsTypical * Math.exp(random.normal(0, 0.6)))),
      );
      const once = {
        id: `73020000000${String(random.below(1e8)).padStart(8, "0")}`,
        name: "a borrowed tune",
        author: "Various",
      };
      const sound = random.chance(creator.librarySounds)
        ? random.chance(0.45)
          ? BORROWED[random.below(3)]!
          : once
        : null;
      const { planted } = creator;
      const effects =
        tags.reduce((sum, tag) => sum + (planted.tags?.[tag] ?? 0), 0) +
        (sound ? (planted.librarySound ?? 0) : 0) +
        (planted.lengthPerDoubling ?? 0) * Math.log2(seconds / creator.secondsTypical);
      const age = (postedAt + creator.offsetHours * HOUR - creator.fromLocal) / span;
      const luck = creator.luck * random.studentT(4) * Math.SQRT1_2 + (random.chance(0.03) ? 1.5 : 0);
      const views = Math.max(
        20,
        Math.round(creator.usualViews * Math.exp(creator.growth * age + effects + luck)),
      );
      const asks = planted.likeAsk && words.includes(planted.likeAsk[0]) ? planted.likeAsk[1] : 0;
      const logit = Math.log(creator.likeShare / (1 - creator.likeShare)) + asks + random.normal(0, 0.22);
      const likes = Math.round(views / (1 + Math.exp(-logit)));
      const part = (share: number) => Math.round(likes * share * Math.exp(random.normal(0, 0.4)));
      const id =
        (BigInt(Math.floor(postedAt / 1000) - 2 - random.below(5)) << 32n) + BigInt(random.below(2 ** 31));
      return {
        id: String(id),
        postedAt,
        caption: [words.join(" "), ...tags].join(" "),
        tags,
        seconds,
        sound,
        views,
        likes,
        comments: part(0.03),
        shares: part(0.05),
        saves: part(0.08),
      };
    });
}

/** The share of its final counts that a post has at an age in hours. */
export function grownShare(ageHours: number): number {
  return ageHours <= 0 ? 0 : 1 - Math.exp(-((ageHours / 16) ** 0.7));
}
