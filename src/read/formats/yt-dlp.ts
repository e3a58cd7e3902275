import { type ItemFormat, textAt } from "./format.ts";

/** Metadata written by yt-dlp, alone, as lines, or as `entries` of a playlist. After its documentation only. */
export const ytDlp: ItemFormat = {
  id: "yt-dlp",
  kind: "items",
  claims: (item) =>
    ("extractor" in item || "webpage_url" in item) && "view_count" in item && "timestamp" in item,
  paths: [
    ["id", "id"],
    ["link", "webpage_url"],
    ["account", "uploader"],
    ["title", "description"],
    ["postedAt", "timestamp"],
    ["views", "view_count"],
    ["likes", "like_count"],
    ["comments", "comment_count"],
    ["shares", "repost_count"],
    ["saves", "save_count"],
    ["durationSeconds", "duration"],
    ["sound", "track"],
    ["soundAuthor", "artist"],
  ],
  read: (item) => ({
    id: textAt(item, "id"),
    link: textAt(item, "webpage_url"),
    account: textAt(item, "uploader"),
    title: textAt(item, "description") ?? textAt(item, "title"),
    postedAt: textAt(item, "timestamp"),
    views: textAt(item, "view_count"),
    likes: textAt(item, "like_count"),
    comments: textAt(item, "comment_count"),
    shares: textAt(item, "repost_count"),
    saves: textAt(item, "save_count"),
    durationSeconds: textAt(item, "duration"),
    sound: textAt(item, "track"),
    soundAuthor: textAt(item, "artist"),
  }),
};
