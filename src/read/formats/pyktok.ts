import type { PostTableFormat } from "./format.ts";

/** The pyktok package; its times are naive and local to the machine that ran it. */
export const pyktok: PostTableFormat = {
  id: "pyktok",
  kind: "posts",
  claims: (header) => header.has("video diggcount"),
};
