import type { PostTableFormat } from "./format.ts";

/** TikTok Studio, Analytics > Content: one video per row with its lifetime totals on the day `Time`. */
export const studioContent: PostTableFormat = {
  id: "studio-content",
  kind: "posts",
  claims: (header) =>
    header.has("video title", "video link", "post time") &&
    (header.has("total views") || header.has("total likes")),
  overrides: new Map([["time", "snapshot"]]),
};
