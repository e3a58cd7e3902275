import type { PostTableFormat } from "./format.ts";

/** Scripts around the TikTokApi package. */
export const tiktokapi: PostTableFormat = {
  id: "tiktokapi",
  kind: "posts",
  claims: (header) => header.has("n plays", "n likes") || header.has("viewcount", "likecount"),
};
