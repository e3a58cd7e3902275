import { STUDIO_HEADER } from "../csv-export.ts";
import { type CreatorPost, grownShare } from "./creator-posts.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const text = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n")}`;

const monthDay = (local: number): string =>
  new Date(local).toLocaleString("en-US", { month: "long", day: "numeric", timeZone: "UTC" });

/** Content.csv of TikTok Studio: days without year or clock, the newest post first. `shownOn`: day that is not the upload's. */
export function contentFile(
  handle: string,
  posts: readonly CreatorPost[],
  exportedAt: number,
  offsetHours: number,
  shownOn: (post: CreatorPost) => number = ({ postedAt }) => postedAt,
): string {
  const local = (at: number) => at + offsetHours * HOUR;
  const rows = [...posts].reverse().map((post) => {
    const grown = (count: number) => Math.floor(count * grownShare((exportedAt - shownOn(post)) / HOUR));
    return [
      monthDay(local(exportedAt)),
      post.caption,
      `https://www.tiktok.com/@${handle}/video/${post.id}`,
      monthDay(local(shownOn(post))),
      ...[post.likes, post.comments, post.shares, post.views].map(grown),
    ];
  });
  return text([STUDIO_HEADER, ...rows]);
}

/** One day of the account as a whole, by its local date. */
export interface AccountDay {
  local: number;
  views: number;
  profileViews: number;
  likes: number;
  comments: number;
  shares: number;
  followers: number;
  newFollowers: number;
}

/** Overview.csv of TikTok Studio. */
export function overviewFile(days: readonly AccountDay[]): string {
  return text([
    ["Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"],
    ...days.map((day) => [
      monthDay(day.local),
      day.views,
      day.profileViews,
      day.likes,
      day.comments,
      day.shares,
    ]),
  ]);
}

/** FollowerHistory.csv of TikTok Studio. */
export function followerHistoryFile(days: readonly AccountDay[]): string {
  return text([
    ["Date", "Followers", "Difference in followers from previous day"],
    ...days.map((day) => [monthDay(day.local), day.followers, day.newFollowers]),
  ]);
}

/** FollowerActivity.csv of TikTok Studio: seven days up to the last 00:00 UTC, nothing after it. */
export function followerActivityFile(
  byHour: readonly number[],
  exportedAt: number,
  offsetHours: number,
): string {
  const end = Math.floor(exportedAt / DAY) * DAY;
  const lastDay = Math.floor((end - 1 + offsetHours * HOUR) / DAY) * DAY;
  const rows: (string | number)[][] = [["Date", "Hour", "Active followers"]];
  for (let day = lastDay - 6 * DAY; day <= lastDay; day += DAY) {
    for (let hour = 0; hour < 24; hour++) {
      const startsAt = day + (hour - offsetHours) * HOUR;
      rows.push([monthDay(day), hour, startsAt < end ? byHour[hour]! : 0]);
    }
  }
  return text(rows);
}
