import type { Random } from "./random.ts";

const SUBJECTS = [
  "sourdough",
  "the garden",
  "my desk",
  "a long walk",
  "soup",
  "old radios",
  "paper cranes",
  "rain",
];
const VERBS = [
  "Trying",
  "Back to",
  "Making",
  "A day with",
  "Notes on",
  "Nobody asked for",
  "Slowly learning",
];

/** Which remarks a caption carries; none but the call to action has any planted effect. */
export interface CaptionCues {
  like: boolean;
}

/** A caption of plain words with remarks thrown in by chance: cues that a good model finds useless. */
export function simulateCaption(random: Random, cues: CaptionCues, hashtags: readonly string[]): string {
  const words = [`${VERBS[random.below(VERBS.length)]} ${SUBJECTS[random.below(SUBJECTS.length)]}`];
  const remark = (share: number, text: string) => {
    if (random.chance(share)) words.push(text);
  };
  remark(0.4, "and everything that went wrong on the way to the table");
  remark(0.12, "- would you try it?");
  remark(0.08, "Giveaway inside!");
  remark(0.1, "with @quietfriend");
  remark(0.08, "Reply to @someone");
  remark(0.1, "for the 30 day challenge");
  remark(0.12, `part ${1 + random.below(9)}`);
  remark(0.3, "🌿");
  if (cues.like) words.push("Like this video if it helped.");
  return [...words, ...hashtags].join(" ");
}
