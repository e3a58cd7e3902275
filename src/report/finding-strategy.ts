import { isGenericTag } from "../model/cues/index.ts";

const FEATURES: ReadonlyMap<string, string> = new Map([
  ["question", "conversation-prompts"],
  ["giveaway", "giveaways"],
  ["mention", "collaborations"],
  ["reply", "audience-replies"],
  ["duet", "duets-and-stitches"],
  ["stitch", "duets-and-stitches"],
  ["challenge", "challenges"],
  ["series", "behind-the-scenes"],
  ["behind-the-scenes", "behind-the-scenes"],
  ["sponsored", "sponsored-content"],
  ["photo", "video-length"],
  ["generic-tags", "generic-hashtags"],
  ["tag-count", "generic-hashtags"],
  ["trending-sound", "trending-sounds"],
  ["trending-tag", "trend-timing"],
  ["gap", "consistency"],
  ["recent-posts", "consistency"],
]);

const SECTIONS: ReadonlyMap<string, string> = new Map([
  ["windows", "posting-schedule"],
  ["backtest", "posting-schedule"],
  ["hashtags", "hashtags"],
  ["sounds", "trending-sounds"],
  ["duration", "video-length"],
  ["consistency", "consistency"],
]);

/**
 * The documented strategy that a finding speaks about; null where no document does (an emoji, a column of the user's own).
 * @example findingStrategy("hashtags/#sourdough") // "hashtags"
 * @example findingStrategy("features/call-to-action:like") // "calls-to-action"
 * @example findingStrategy("features/label:mood=calm") // null
 */
export function findingStrategy(id: string): string | null {
  const slash = id.indexOf("/");
  const section = slash < 0 ? id : id.slice(0, slash);
  const key = slash < 0 ? "" : id.slice(slash + 1);
  if (section === "hashtags" && isGenericTag(key)) return "generic-hashtags";
  if (section !== "features") return SECTIONS.get(section) ?? null;
  return key.startsWith("call-to-action:") ? "calls-to-action" : (FEATURES.get(key) ?? null);
}
