import type { PostTableFormat } from "./format.ts";

/** TikTok's Display API; from JSON the items of `videos`. */
export const displayApi: PostTableFormat = {
  id: "display-api",
  kind: "posts",
  claims: (header) =>
    header.has("view count", "like count", "create time") &&
    !header.has("region code") &&
    !header.surveyCoded &&
    (header.has("share url") || header.has("video description")),
};
