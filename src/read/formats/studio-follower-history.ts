import type { ContextTableFormat } from "./format.ts";

/** TikTok Studio, Followers: their number per day. */
export const studioFollowerHistory: ContextTableFormat = {
  id: "studio-follower-history",
  kind: "context",
  claims: (header) => header.has("date", "followers") && header.names.length <= 4,
};
