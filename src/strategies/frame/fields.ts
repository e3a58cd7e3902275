import type { Dataset, Fits, NeededField, Post } from "../../types.ts";

/** What a field is called, where it comes from, and how to see whether the data have it. */
export interface FieldKind {
  /** in "the export has no …" */
  name: string;
  /** the same for fields that come with the same export */
  key: string;
  getItFrom: string;
  /** title of the advice to fetch it; default: "Add the …" */
  title?: string;
  /** what to do about it; default: "Get it from …" */
  action?: string;
  present(dataset: Dataset, fits: Fits): boolean;
}

const STUDIO = "TikTok Studio, Analytics, Content (Content.csv)";
const SCRAPED = "an Apify, TikTokApi, yt-dlp or API export of your account";
const FOLLOWERS = "TikTok Studio, Analytics, Followers (FollowerHistory.csv), with Overview.csv beside it";

const some = (has: (post: Post) => boolean) => (dataset: Dataset) => dataset.posts.some(has);
const counts = (field: "views" | "likes" | "comments" | "shares" | "saves"): FieldKind => ({
  name: field,
  key: field,
  getItFrom: field === "saves" ? SCRAPED : STUDIO,
  present: some((post) => post[field] !== null),
});

/** Every field that a strategy may need. */
export const FIELDS: Readonly<Record<NeededField, FieldKind>> = {
  title: { name: "captions", key: "title", getItFrom: STUDIO, present: some((post) => post.title !== null) },
  postedAt: {
    name: "time of posting",
    key: "hour",
    getItFrom: `${STUDIO}, whose video links carry the time`,
    present: some((post) => post.postedAt !== null),
  },
  hashtags: {
    name: "captions or hashtags",
    key: "title",
    getItFrom: STUDIO,
    present: some((post) => post.title !== null || post.hashtags.length > 0),
  },
  sound: {
    name: "sounds",
    key: "sound",
    getItFrom: `your full history (TikTok app, Settings, Account, Download your data, JSON), or ${SCRAPED}`,
    present: some((post) => post.soundKey !== null || post.soundOrigin !== null),
  },
  durationSeconds: {
    name: "lengths of videos",
    key: "duration",
    getItFrom: SCRAPED,
    present: some((post) => post.durationSeconds !== null),
  },
  views: counts("views"),
  likes: counts("likes"),
  comments: counts("comments"),
  shares: counts("shares"),
  saves: counts("saves"),
  photo: {
    name: "type of post",
    key: "duration",
    getItFrom: SCRAPED,
    present: some((post) => post.photo !== null),
  },
  labels: {
    name: "label columns",
    key: "labels",
    getItFrom: "a column of your own in the export, named with --labels",
    present: (_, fits) => fits.settings.labels.length > 0,
  },
  snapshots: {
    name: "second count of the same posts",
    title: "Export the same posts again",
    action: "Make the same export tomorrow and keep both files.",
    key: "second-export",
    getItFrom: "the same export tomorrow, kept beside this one in one folder",
    present: some((post) => post.snapshots.length > 0),
  },
  averageWatchSeconds: {
    name: "average watch time",
    key: "watch-time",
    getItFrom: "TikTok Studio, the analytics page of each video, added as a column of your own",
    present: some((post) => post.averageWatchSeconds !== null),
  },
  completionRate: {
    name: "share of viewers who watched to the end",
    key: "watch-time",
    getItFrom: "TikTok Studio, the analytics page of each video, added as a column of your own",
    present: some((post) => post.completionRate !== null),
  },
  newFollowers: {
    name: "new followers by day",
    key: "followers",
    getItFrom: FOLLOWERS,
    present: (dataset) =>
      dataset.context.days.some((day) => day.newFollowers !== null || day.followers !== null),
  },
  followers: {
    name: "number of followers by day",
    key: "followers",
    getItFrom: FOLLOWERS,
    present: (dataset) => dataset.context.days.some((day) => day.followers !== null),
  },
  followerActivity: {
    name: "hours at which followers are active",
    key: "follower-activity",
    getItFrom: "TikTok Studio, Analytics, Followers (FollowerActivity.csv)",
    present: (dataset) => dataset.context.followerActivity !== null,
  },
  territories: {
    name: "countries of the followers",
    key: "audience",
    getItFrom: "TikTok Studio, Analytics, Followers (FollowerTopTerritories.csv)",
    present: (dataset) => dataset.context.territories.length > 0,
  },
  gender: {
    name: "gender of the followers",
    key: "audience",
    getItFrom: "TikTok Studio, Analytics, Followers (FollowerGender.csv)",
    present: (dataset) => dataset.context.gender.length > 0,
  },
  trends: {
    name: "dated list of trends",
    key: "trends",
    getItFrom: "a file of your own for --trends, copied from TikTok's Creative Center",
    present: (_, fits) => fits.settings.trends.length > 0,
  },
};
