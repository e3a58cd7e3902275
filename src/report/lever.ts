import { cuesOf, isGenericTag } from "../model/cues/index.ts";

const STRATEGY_LEVERS: ReadonlyMap<string, string> = new Map([
  ["posting-schedule", "time"],
  ["posting-exploration", "time"],
  ["video-length", "length"],
  ["trending-sounds", "sound"],
  ["music-marketing", "sound"],
  ["consistency", "cadence"],
  ["generic-hashtags", "generic-tags"],
]);

const FEATURE_LEVERS: ReadonlyMap<string, string> = new Map([
  ["gap", "cadence"],
  ["recent-posts", "cadence"],
  ["trending-sound", "sound"],
  ["generic-tags", "generic-tags"],
]);

/**
 * What would be changed by following advice about a subject. Two pieces of advice on one lever would contradict each other
 * or count the same gain twice, so a report gives one (STRATEGIES.md section 2, rule 4).
 * @param subject id of a finding, name of a section, or id of a strategy
 * @example lever("windows/1.3-18") // "time"
 * @example lever("hashtags/#booktok") // "hashtags/#booktok"
 * @example lever("hashtags/#sponsored") // "features/sponsored"
 */
export function lever(subject: string): string {
  const slash = subject.indexOf("/");
  const section = slash < 0 ? subject : subject.slice(0, slash);
  const key = slash < 0 ? "" : subject.slice(slash + 1);
  switch (section) {
    case "windows":
    case "grid":
      return "time";
    case "duration":
      return "length";
    case "sounds":
      return "sound";
    case "consistency":
      return "cadence";
    case "hashtags":
      return isGenericTag(key) ? "generic-tags" : (cueLever(key) ?? subject);
    case "features":
      return FEATURE_LEVERS.get(key) ?? labelLever(key) ?? subject;
    default:
      return STRATEGY_LEVERS.get(subject) ?? subject;
  }
}

/** A tag such as #ad or #duet is the feature that it shows. */
function cueLever(tag: string): string | null {
  const cues = cuesOf(null, [tag]);
  for (const kind of ["giveaway", "reply", "duet", "stitch", "challenge", "series", "sponsored"] as const) {
    if (cues[kind]) return `features/${kind}`;
  }
  return cues.behindTheScenes ? "features/behind-the-scenes" : null;
}

/** The values of one label column exclude each other. */
function labelLever(key: string): string | null {
  const match = /^label:([^=]+)=/.exec(key);
  return match ? `label:${match[1]}` : null;
}
