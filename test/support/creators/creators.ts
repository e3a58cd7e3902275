import { seededRandom } from "../random.ts";
import { toCsv } from "../simulated-files.ts";
import { simulateAccount } from "../simulator.ts";
import { type Creator, type CreatorPost, creatorPosts, grownShare } from "./creator-posts.ts";
import {
  type AccountDay,
  contentFile,
  followerActivityFile,
  followerHistoryFile,
  overviewFile,
} from "./native-files.ts";
import { CLIMBER, KNITTER, REPAIRER, TRAVELLER } from "./people.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Files of one creator by path: what is stored in fixtures/creators, but for the large account. */
export type CreatorFiles = ReadonlyMap<string, string>;

/** A new creator with one small native export: nine posts. */
export function tinyNative(): CreatorFiles {
  const exportedAt = KNITTER.untilLocal + 20 * HOUR;
  return new Map([["Content.csv", contentFile(KNITTER.handle, creatorPosts(KNITTER), exportedAt, 0)]]);
}

/** A creator who exports every four weeks into one folder: 45 posts, some seen twice, three of them scheduled. */
export function nativeFolder(): CreatorFiles {
  const { handle, offsetHours, fromLocal } = CLIMBER;
  const posts = creatorPosts(CLIMBER);
  const scheduled = new Set([posts[8]!.id, posts[21]!.id, posts[33]!.id]);
  const shownOn = (post: CreatorPost) => post.postedAt + (scheduled.has(post.id) ? 2 * DAY : 0);
  const days = accountDays(CLIMBER, posts);
  const activity = Array.from({ length: 24 }, (_, hour) =>
    Math.round(420 + 380 * Math.cos(((hour - 20) / 24) * 2 * Math.PI)),
  );
  const files = new Map<string, string>();
  for (const weeks of [4, 8, 12]) {
    const exportedAt = fromLocal + weeks * 7 * DAY + 9 * HOUR;
    const name = new Date(exportedAt).toISOString().slice(0, 10);
    const seen = posts.filter((post) => shownOn(post) < exportedAt).slice(-20);
    const until = days.filter(({ local }) => local + DAY <= exportedAt).slice(-28);
    files.set(`${name}/Content.csv`, contentFile(handle, seen, exportedAt, offsetHours, shownOn));
    files.set(`${name}/Overview.csv`, overviewFile(until));
    files.set(`${name}/FollowerHistory.csv`, followerHistoryFile(until));
    files.set(`${name}/FollowerActivity.csv`, followerActivityFile(activity, exportedAt, offsetHours));
  }
  return files;
}

/** Daily totals: what all posts gathered that day, and the followers it brought. */
function accountDays({ seed, fromLocal, untilLocal, offsetHours }: Creator, posts: readonly CreatorPost[]) {
  const random = seededRandom(seed + 1);
  const days: AccountDay[] = [];
  let followers = 2310;
  for (let local = fromLocal; local < untilLocal; local += DAY) {
    const from = local - offsetHours * HOUR;
    const gathered = (count: (post: CreatorPost) => number) =>
      Math.round(
        posts.reduce((sum, post) => {
          const share = (at: number) => grownShare((at - post.postedAt) / HOUR);
          return sum + count(post) * (share(from + DAY) - share(from));
        }, 0),
      );
    const views = gathered((post) => post.views);
    const newFollowers = Math.round(views * 0.004 * Math.exp(random.normal(0, 0.4))) - random.below(4);
    followers += newFollowers;
    days.push({
      local,
      views,
      profileViews: Math.round(views * 0.015),
      likes: gathered((post) => post.likes),
      comments: gathered((post) => post.comments),
      shares: gathered((post) => post.shares),
      followers,
      newFollowers,
    });
  }
  return days;
}

/** The whole history as TikTok hands it out on request: likes and sounds, no views, no ids. */
export function fullHistory(): CreatorFiles {
  const { handle } = TRAVELLER;
  const clock = (at: number) => new Date(at).toISOString().slice(0, 19).replace("T", " ");
  const VideoList = creatorPosts(TRAVELLER)
    .reverse()
    .map((post, i) => ({
      Date: clock(post.postedAt),
      Link: "https://v16.example.invalid/video",
      Likes: String(post.likes),
      WhoCanView: i % 97 === 5 ? "Only You" : "Everyone",
      ContentDisclosure: "",
      Sound: post.sound ? `${post.sound.name} - ${post.sound.author}` : `original sound - ${handle}`,
      Title: i % 41 === 7 ? "N/A" : post.caption,
      NumberOfCollections: "N/A",
    }));
  const data = {
    Profile: { "Profile Info": { ProfileMap: { userName: handle } } },
    Post: { Posts: { VideoList } },
  };
  return new Map([["user_data_tiktok.json", `${JSON.stringify(data, null, 1)}\n`]]);
}

/** A scraper's table of an account on which several things are planted. */
export function scraperTable(): CreatorFiles {
  const { handle, untilLocal, offsetHours } = REPAIRER;
  const exportedAt = untilLocal - offsetHours * HOUR + 14 * HOUR;
  const header =
    "id,text,createTime,authorMeta/name,playCount,diggCount,commentCount,shareCount,collectCount,musicMeta/musicId,musicMeta/musicName,musicMeta/musicAuthor,videoMeta/duration,webVideoUrl,collectTime";
  const rows = creatorPosts(REPAIRER).map((post) => {
    const grown = (count: number) => rounded(count * grownShare((exportedAt - post.postedAt) / HOUR));
    const own = { id: String(BigInt(post.id) - 1n), name: "original sound", author: handle };
    const sound = post.sound ?? own;
    return [
      post.id,
      `"${post.caption.replaceAll('"', '""')}"`,
      Math.floor(post.postedAt / 1000),
      handle,
      ...[post.views, post.likes, post.comments, post.shares, post.saves].map(grown),
      sound.id,
      sound.name,
      sound.author,
      post.seconds,
      `https://www.tiktok.com/@${handle}/video/${post.id}`,
      Math.floor(exportedAt / 1000),
    ].join(",");
  });
  return new Map([["dataset.csv", `${[header, ...rows].join("\n")}\n`]]);
}

// scraped counts are rounded to hundreds from 10,000 on
const rounded = (count: number) => (count < 10_000 ? Math.floor(count) : Math.floor(count / 100) * 100);

/** Two thousand posts: made when they are needed, too large to store. */
export function largeAccount(): CreatorFiles {
  const account = simulateAccount({ seed: 90, posts: 2000, scenario: "real", account: "@simcreator" });
  return new Map([["videos.csv", toCsv(account)]]);
}

/** Creators whose files are stored, by folder of fixtures/creators. */
export const STORED_CREATORS: readonly (readonly [folder: string, files: () => CreatorFiles])[] = [
  ["tiny-native", tinyNative],
  ["native-folder", nativeFolder],
  ["full-history", fullHistory],
  ["scraper-table", scraperTable],
];

/** The five kinds of creators. */
export const CREATORS: readonly (readonly [name: string, files: () => CreatorFiles])[] = [
  ...STORED_CREATORS,
  ["large-account", largeAccount],
];
