import type { ContextTableFormat } from "./format.ts";

/** TikTok Studio, Overview: totals of the account per day. */
export const studioOverview: ContextTableFormat = {
  id: "studio-overview",
  kind: "context",
  claims: (header) => header.has("date", "video views", "profile views") && !header.has("reached audience"),
};
