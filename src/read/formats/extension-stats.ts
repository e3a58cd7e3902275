import type { PostTableFormat } from "./format.ts";

/** "TikTok User Statistics" of a browser extension: a preamble, the table of videos, further tables below it. */
export const extensionStats: PostTableFormat = {
  id: "extension-stats",
  kind: "posts",
  claims: (header) =>
    header.names[0] === "date" && header.has("date", "plays", "likes", "comments", "shares", "description"),
};
