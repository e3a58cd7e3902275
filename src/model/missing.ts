import type { Finding, Fits } from "../types.ts";
import { countOf, isRate } from "./outcome.ts";
import type { FittedOutcome } from "./outcome-models.ts";
import type { Prepared } from "./prepare.ts";

type Missing = Fits["missing"][number];

const FULLER_EXPORT = "TikTok's own “Download your data” as JSON, or an export of a scraper or of the API";
const SCRAPED = "add an export of a scraper or of the API; TikTok's own downloads hold no length";
const LATER = "export again once there are more posts";

/**
 * What the model could not look at, and where to get it (section of the report -> sentence).
 * @param parts the sections that may be null
 */
export function missingAnalyses(
  { table, settings }: Prepared,
  goal: FittedOutcome,
  windows: Finding["barred"],
  parts: Pick<Fits, "duration" | "consistency" | "momentum" | "matters">,
): Missing[] {
  const missing: Missing[] = [];
  const add = (analysis: string, because: string, getItFrom: string) =>
    missing.push({ analysis, because, getItFrom });
  if (goal.barred?.verdict === "not-in-data") {
    const name = isRate(goal.outcome) ? countOf(goal.outcome) : goal.outcome;
    const another = `add an export with ${name} per post, or choose another --goal`;
    add("model", goal.barred.reason, another);
    add("backtest", goal.barred.reason, another);
  } else if (windows?.verdict === "not-in-data") {
    const timed = `add an export with the time of each post: ${FULLER_EXPORT}`;
    add("windows", windows.reason, timed);
    add("backtest", windows.reason, timed);
  }
  const absent = (key: string) => table.features.find((feature) => feature.key === key)?.absent ?? null;
  const sound = absent("library-sound");
  if (sound) add("sounds", sound, `add ${FULLER_EXPORT}`);
  const duration = absent("duration");
  if (parts.duration === null) add("duration", duration ?? "no post has a length", SCRAPED);
  const captioned = "add an export with the caption of each post";
  if (table.tagsAbsent) add("hashtags", table.tagsAbsent, captioned);
  const caption = absent("question");
  if (caption) add("features", caption, captioned);
  if (parts.consistency === null) {
    add("consistency", "it needs four whole weeks, 8 posts and 6 posting days", LATER);
  }
  if (parts.matters === null) add("consistency.matters", "too few posts to tell", LATER);
  if (parts.momentum === null) {
    add("momentum", "it needs two exports of the same posts", "export again tomorrow and give both files");
  }
  if (settings.trends.length === 0) {
    add(
      "trends",
      "no dated list of trending sounds and hashtags was given",
      "keep a list and name it with --trends",
    );
  }
  return missing;
}
