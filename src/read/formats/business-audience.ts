import type { ContextTableFormat } from "./format.ts";

/** TikTok Business Suite, audience: followers and audience per day. */
export const businessAudience: ContextTableFormat = {
  id: "business-audience",
  kind: "context",
  claims: (header) => header.has("date", "engaged audience"),
};
