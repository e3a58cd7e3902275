import type { Report } from "../../types.ts";
import { plural } from "../../wording.ts";
import { byEvidence, spokenFindings, type Told } from "./findings.ts";
import { sentences } from "./sentence.ts";

/** A table of findings of one kind: the judged ones, strongest evidence first, and one line for the rest. */
export interface FindingTable {
  section: "hashtags" | "sounds" | "duration" | "features";
  title: string;
  rows: Told[];
  /** e.g. "11 tags with too few posts"; null when nothing is folded */
  folded: string | null;
  /** why there is nothing, where there is nothing */
  empty: string | null;
}

const KINDS = [
  { section: "hashtags", title: "Hashtags", noun: "tag", missing: ["hashtags"] },
  { section: "sounds", title: "Sounds", noun: "sound", missing: ["sounds", "sound", "trending-sounds"] },
  { section: "duration", title: "Length", noun: "length", missing: ["duration", "video-length"] },
  { section: "features", title: "Captions", noun: "feature", missing: ["features"] },
] as const;

const MAXIMUM = 12;

/** Hashtags, sounds, length and captions as short tables; what has too little data is folded into one line. */
export function tablesOf(report: Report): FindingTable[] {
  const all = spokenFindings(report);
  return KINDS.map(({ section, title, noun, missing }) => {
    const of = all.filter((finding) => finding.section === section);
    const judged = of.filter(({ lift, verdict }) => lift !== null && verdict !== "too-few");
    const rest = of.length - judged.length;
    const shown = section === "duration" ? judged : [...judged].sort(byEvidence).slice(0, MAXIMUM);
    const hidden = judged.length - shown.length;
    const because = report.data.missing.find((entry) =>
      (missing as readonly string[]).includes(entry.analysis),
    );
    const folded = [
      ...(hidden > 0 ? [`${plural(hidden, noun)} more with weaker evidence`] : []),
      ...(rest > 0 ? [`${plural(rest, noun)} with too few posts to judge`] : []),
    ].join("; ");
    const nothing = because
      ? sentences(because.because, because.getItFrom)
      : `No ${noun} in your posts could be judged.`;
    return {
      section,
      title,
      rows: shown,
      folded: folded === "" ? null : folded,
      empty: shown.length === 0 && folded === "" ? nothing : null,
    };
  });
}
