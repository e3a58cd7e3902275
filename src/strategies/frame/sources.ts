import type { Source } from "../../types.ts";

/** What a source without headings is cited as. */
const WHOLE = "whole text";
const from = (document: string) => (heading: string) => ({ document, heading }) satisfies Source;

/** Cites a heading of the first document: psychology of likes, tips. */
export const s0 = from("000_931e1c8eb27065fe.txt");
/** Cites a heading of the second document: strategies, community, monetising, music. */
export const s1 = from("001_899b1b89c5195cfc.txt");
/** Cites a heading of the third document: likes as acknowledgement. */
export const s2 = from("002_be3d05d29fbfdd38.txt");
/** The fourth document, which has no headings: likes as connection and feedback. */
export const s3: Source = { document: "003_1b26bcb4b9f317db.txt", heading: WHOLE };
/** Cites a heading of the fifth document: why people follow. */
export const s4 = from("004_f1cf16dcc51a77bd.txt");
