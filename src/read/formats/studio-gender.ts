import type { ContextTableFormat } from "./format.ts";

/** TikTok Studio, Followers: shares by gender. */
export const studioGender: ContextTableFormat = {
  id: "studio-gender",
  kind: "context",
  claims: (header) => header.has("gender", "distribution"),
};
