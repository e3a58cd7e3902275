import type { ContextTableFormat } from "./format.ts";

/** TikTok Studio, Viewers: new and returning viewers per day. */
export const studioViewers: ContextTableFormat = {
  id: "studio-viewers",
  kind: "context",
  claims: (header) => header.has("date", "total viewers"),
};
