import type { PostTableFormat } from "./format.ts";

/** Actors of Apify (clockworks) and the tiktok-scraper that came before them: flat columns or JSON of the same names. */
export const apify: PostTableFormat = {
  id: "apify",
  kind: "posts",
  claims: (header) =>
    header.has("playcount", "diggcount") || header.names.some((name) => name.startsWith("authormeta ")),
};
