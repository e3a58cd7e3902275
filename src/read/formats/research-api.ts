import type { PostTableFormat } from "./format.ts";

/** TikTok's Research API, as derived files show it, also with survey codes before the names. */
export const researchApi: PostTableFormat = {
  id: "research-api",
  kind: "posts",
  claims: (header) =>
    header.has("region code", "video description") ||
    (header.surveyCoded && header.has("create time", "view count")),
};
