import { localTime } from "../../src/zone.ts";
import { STUDIO_HEADER } from "./csv-export.ts";
import type { SimulatedAccount } from "./simulator.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

const cell = (value: string | number | null): string => {
  const text = value === null ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The account as one CSV in the columns of a common scraper (family apify), the counts as they stood at the end. */
export function toCsv({ posts, endAt }: SimulatedAccount): string {
  const header = [
    "id",
    "text",
    "createTime",
    "authorMeta/name",
    "playCount",
    "diggCount",
    "commentCount",
    "shareCount",
    "collectCount",
    "musicMeta/musicId",
    "musicMeta/musicName",
    "musicMeta/musicAuthor",
    "videoMeta/duration",
    "webVideoUrl",
    "collectTime",
  ];
  const rows = posts.map((post) => [
    post.id,
    post.title,
    post.postedAt === null ? null : Math.floor(post.postedAt / 1000),
    post.account?.slice(1) ?? null,
    post.views,
    post.likes,
    post.comments,
    post.shares,
    post.saves,
    post.soundId,
    post.sound,
    post.soundOrigin === "own" ? (post.account?.slice(1) ?? null) : "A Label",
    post.durationSeconds,
    `https://www.tiktok.com/${post.account}/video/${post.id}`,
    Math.floor(endAt / 1000),
  ]);
  return `${[header, ...rows].map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

const native = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((value) => `"${value ?? ""}"`).join(",")).join("\n")}`;

const monthDay = (day: number): string =>
  new Date(day * DAY).toLocaleString("en-US", { month: "long", day: "numeric", timeZone: "UTC" });

/**
 * The account as folders of native TikTok Studio exports, by path: one Content.csv for every 15 posts with year-less local
 * days, and the follower activity of the last week (its hours after 00:00 UTC missing, as in real files).
 */
export function toStudioFiles(simulated: SimulatedAccount): Map<string, string> {
  const { posts, endAt, zone, followerActivity } = simulated;
  const local = (at: number) => localTime(zone, at).day;
  const files = new Map<string, string>();
  for (let start = 0, part = 1; start < posts.length; start += 15, part++) {
    const rows = posts
      .slice(start, start + 15)
      .map((post) => [
        monthDay(local(endAt)),
        post.title,
        `https://www.tiktok.com/${post.account}/video/${post.id}`,
        monthDay(local(post.postedAt!)),
        post.likes,
        post.comments,
        post.shares,
        post.views,
      ]);
    files.set(`part-${String(part).padStart(3, "0")}/Content.csv`, native([STUDIO_HEADER, ...rows]));
  }
  const lastMidnightUtc = Math.floor(endAt / DAY) * DAY;
  const lastDay = local(lastMidnightUtc - 1);
  const activity: (string | number)[][] = [["Date", "Hour", "Active followers"]];
  for (let day = lastDay - 6; day <= lastDay; day++) {
    for (let hour = 0; hour < 24; hour++) {
      const startsAt = day * DAY + hour * HOUR - zone.offsetMinutes(endAt) * 60_000;
      activity.push([monthDay(day), hour, startsAt < lastMidnightUtc ? followerActivity[hour]! : 0]);
    }
  }
  files.set("FollowerActivity.csv", native(activity));
  return files;
}
