import { DEMO_ASKS, DEMO_EMOJI, DEMO_SOUNDS, DEMO_TOPICS, type DemoTopic } from "./demo/captions.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The creator's clock: seven hours behind UTC all year, so that the reader can infer it from clock and ids. */
const OFFSET = -7 * HOUR;
const FIRST_DAY = Date.UTC(2025, 8, 1);
const EXPORTED_AT = Date.UTC(2026, 5, 30, 20);
const POSTS = 216;
const HANDLE = "flourandfern";

/** What is planted, in log views unless said otherwise; the dull creator has none of it. */
const PLANTED = {
  /** posts tagged #sourdough */
  sourdough: 0.6,
  /** posts tagged #throwback */
  throwback: -0.8,
  /** per doubling of the length, up to 45 seconds */
  lengthPerDoubling: 0.17,
  /** sounds of others against the own voice */
  librarySound: -0.22,
  /** evening hours against the morning */
  evening: 0.45,
  /** captions that ask for a like: logit of likes per view */
  ask: 0.22,
} as const;

/** Uniform numbers in [0,1) from a seed: mulberry32, the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Draw {
  uniform(): number;
  normal(): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

function drawer(seed: number): Draw {
  const uniform = mulberry32(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    chance: (share) => uniform() < share,
    pick: (items) => items[Math.floor(uniform() * items.length)]!,
  };
}

interface DemoPost {
  postedAt: number;
  caption: string;
  tags: readonly string[];
  seconds: number;
  sound: { id: string; name: string } | null;
  asks: boolean;
}

/**
 * The export of the demo: a home baker who does not exist, as the text of a CSV that the reader reads like any other.
 * The same text on every call.
 * @param dull true = the creator on whose posts nothing makes a difference
 * @returns file name and text
 */
export function demoExport(dull: boolean): { name: string; text: string } {
  const draw = drawer(dull ? 2 : 11);
  const header = [
    "Video ID",
    "Account",
    "Posted at",
    "Caption",
    "Views",
    "Likes",
    "Comments",
    "Shares",
    "Saves",
    "Duration",
    "Music ID",
    "Sound",
    "Export date",
  ];
  const handle = dull ? `${HANDLE}.dull` : HANDLE;
  const luck = { week: -1, value: 0 };
  const rows = postingTimes(draw).map((postedAt) => {
    const week = Math.floor((postedAt - FIRST_DAY) / (7 * DAY));
    if (week !== luck.week) {
      luck.week = week;
      luck.value = 0.4 * luck.value + 0.14 * draw.normal();
    }
    return rowOf(draw, demoPost(draw, postedAt), luck.value, handle, dull);
  });
  const text = [header, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
  return { name: dull ? "demo-dull.csv" : "demo.csv", text };
}

function quoted(cell: string | number): string {
  return `"${String(cell).replaceAll('"', '""')}"`;
}

/** Instants of the posts: about five a week over ten months, mornings and evenings, with a break of three weeks. */
function postingTimes(draw: Draw): number[] {
  const days = Math.floor((EXPORTED_AT + OFFSET - FIRST_DAY) / DAY);
  const breakFrom = Math.floor(days * 0.52);
  const times: number[] = [];
  for (let tries = 0; times.length < POSTS && tries < 20 * POSTS; tries++) {
    const day = Math.floor(draw.uniform() * days);
    if (day >= breakFrom && day < breakFrom + 19) continue;
    const centre = draw.chance(0.45) ? 18.6 : draw.chance(0.6) ? 8.2 : 13.1;
    const hour = Math.min(23.4, Math.max(5.5, centre + 1.3 * draw.normal()));
    const at = FIRST_DAY + day * DAY + Math.round(hour * 3600) * 1000 - OFFSET;
    // the same day is left alone most of the time: nobody posts three times a day by chance
    if (times.some((other) => Math.abs(other - at) < 9 * HOUR)) continue;
    times.push(at);
  }
  return times.sort((a, b) => a - b);
}

function topicOf(draw: Draw): DemoTopic {
  let left = draw.uniform();
  for (const topic of DEMO_TOPICS) {
    left -= topic.share;
    if (left < 0) return topic;
  }
  return DEMO_TOPICS[0]!;
}

function demoPost(draw: Draw, postedAt: number): DemoPost {
  const topic = topicOf(draw);
  const tags = topic.tags.filter(() => draw.chance(0.8));
  if (draw.chance(0.16)) tags.push("#sourdough");
  if (draw.chance(0.13)) tags.push("#throwback");
  if (draw.chance(0.5)) tags.push("#fyp");
  if (draw.chance(0.3)) tags.push("#baking");
  if (draw.chance(0.12)) tags.push("#recipe");
  if (draw.chance(0.05)) tags.push("#weekendbake");
  const asks = draw.chance(0.32);
  const parts = [draw.pick(topic.captions)];
  if (asks) parts.push(draw.pick(DEMO_ASKS));
  const emoji = draw.chance(0.4) ? ` ${draw.pick(DEMO_EMOJI)}` : "";
  const sound = draw.chance(0.58)
    ? null
    : draw.chance(0.4)
      ? draw.pick(DEMO_SOUNDS)
      : {
          id: `73020000000${String(Math.floor(draw.uniform() * 1e8)).padStart(8, "0")}`,
          name: "a borrowed tune",
        };
  const seconds = Math.round(Math.min(150, Math.max(6, Math.exp(Math.log(22) + 0.6 * draw.normal()))));
  return { postedAt, caption: `${parts.join(". ")}${emoji}`, tags, seconds, sound, asks };
}

function rowOf(draw: Draw, post: DemoPost, luck: number, handle: string, dull: boolean): (string | number)[] {
  const strength = dull ? 0 : 1;
  const { postedAt, tags, seconds, sound, asks } = post;
  const grown = (postedAt - FIRST_DAY) / (EXPORTED_AT - FIRST_DAY);
  const localHour = ((postedAt + OFFSET) % DAY) / HOUR;
  const planted =
    (tags.includes("#sourdough") ? PLANTED.sourdough : 0) +
    (tags.includes("#throwback") ? PLANTED.throwback : 0) +
    PLANTED.lengthPerDoubling * Math.log2(Math.min(seconds, 45) / 22) +
    (sound ? PLANTED.librarySound : 0) +
    (localHour >= 16.5 ? PLANTED.evening : 0);
  const noise = draw.chance(0.06) ? 1.1 + 0.7 * draw.uniform() : 0.55 * draw.normal();
  const logViews = Math.log(4200) + 0.9 * grown + luck + strength * planted + noise;
  const ageHours = (EXPORTED_AT - postedAt) / HOUR;
  const views = Math.max(30, Math.floor(Math.exp(logViews) * (1 - Math.exp(-((ageHours / 16) ** 0.7)))));
  const logit = -2.45 + (asks ? strength * PLANTED.ask : 0) + 0.2 * draw.normal();
  const likes = Math.round(views / (1 + Math.exp(-logit)));
  const share = (mean: number) => Math.round(likes * mean * Math.exp(0.45 * draw.normal()));
  const seconds1970 = Math.floor(postedAt / 1000);
  const id =
    (BigInt(seconds1970 - 3 - Math.floor(draw.uniform() * 4)) << 32n) +
    BigInt(Math.floor(draw.uniform() * 2 ** 31));
  return [
    String(id),
    `@${handle}`,
    clock(postedAt + OFFSET),
    [post.caption, ...tags].join(" "),
    views,
    likes,
    share(0.022),
    share(0.05),
    share(0.09),
    seconds,
    sound?.id ?? String(id - 1n),
    sound?.name ?? `original sound - ${handle}`,
    clock(EXPORTED_AT + OFFSET),
  ];
}

function clock(local: number): string {
  return new Date(local).toISOString().slice(0, 19).replace("T", " ");
}
