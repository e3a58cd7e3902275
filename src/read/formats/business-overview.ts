import type { ContextTableFormat } from "./format.ts";

/** TikTok Business Suite, overview: totals of the account per day; Swedish headers are documented. */
export const businessOverview: ContextTableFormat = {
  id: "business-overview",
  kind: "context",
  claims: (header) =>
    header.has("date", "video views", "reached audience") ||
    header.has("datum", "videovisningar", "målgrupp som nåtts"),
};
