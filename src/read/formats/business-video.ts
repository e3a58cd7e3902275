import type { PostTableFormat } from "./format.ts";

/** TikTok Business Suite, videos; the headers are localised, Swedish ones are documented. */
export const businessVideo: PostTableFormat = {
  id: "business-video",
  kind: "posts",
  claims: (header) =>
    header.has("video link", "post time", "video views") ||
    header.has("videolänk", "publiceringstid", "videovisningar"),
};
