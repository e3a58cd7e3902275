import type { ContextTableFormat } from "./format.ts";

/** TikTok Studio, Followers: shares by territory. */
export const studioTerritories: ContextTableFormat = {
  id: "studio-territories",
  kind: "context",
  claims: (header) => header.has("top territories", "distribution"),
};
