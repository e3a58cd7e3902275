import type { ContextTableFormat } from "./format.ts";

/** TikTok Studio, Followers: how many are active in each hour of the last days. */
export const studioFollowerActivity: ContextTableFormat = {
  id: "studio-follower-activity",
  kind: "context",
  claims: (header) => header.has("hour", "active followers"),
};
