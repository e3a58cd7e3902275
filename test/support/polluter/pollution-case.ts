import type { CleanPost } from "./clean-account.ts";

/** One dirty way to write a known account, and what must come of it. */
export interface PollutionCase {
  name: string;
  files: { name: string; bytes: Uint8Array }[];
  /** the posts that must be read; null = the input must be refused */
  posts: readonly CleanPost[] | null;
  /** warnings that must be there, or the codes of which the error must be one */
  codes: readonly string[];
  /** fields that this way of writing cannot carry */
  without?: readonly (keyof CleanPost)[];
  map?: readonly [string, string][];
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const csv = (text: string) => [{ name: "export.csv", bytes: utf8(text) }];
