import { ar } from "./ar.ts";
import { captionTokens, foldText, hasLooseScript, withoutLinks } from "./caption-tokens.ts";
import type { AskKind, CueKind, CueWords } from "./cue-words.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { id } from "./id.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import {
  BITS_OF_KINDS,
  cueBit,
  matchLoosePhrases,
  matchPhrases,
  matchTag,
  type PhraseTable,
  phraseTable,
} from "./phrase-table.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { tr } from "./tr.ts";
import { vi } from "./vi.ts";

export type { AskKind } from "./cue-words.ts";

/** The languages whose phrases are known, in the order of the lists. */
export const CUE_LANGUAGES: readonly CueWords[] = [en, es, pt, fr, de, it, id, vi, tr, ru, ar, ja];

/** What a caption and its hashtags say about a post. */
export interface Cues {
  callsToAction: ReadonlySet<AskKind>;
  /** a question mark outside links */
  question: boolean;
  giveaway: boolean;
  mention: boolean;
  /** "@handle" in lower case, each once, in order */
  mentions: readonly string[];
  reply: boolean;
  duet: boolean;
  stitch: boolean;
  challenge: boolean;
  series: boolean;
  emoji: boolean;
  behindTheScenes: boolean;
  sponsored: boolean;
}

const ASK_KINDS: readonly AskKind[] = ["like", "comment", "share", "save", "follow", "link"];
const EMOJI = /(?![©®™‼⁉ℹ↔-↙↩↪])\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const QUESTION = /[?？؟¿]/;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** What one caption can show, each with its bit in the result of `cueBits`. */
export type Cue = CueKind | "question" | "mention" | "emoji";

/** @example cueBitOf("comment") // 2 */
export function cueBitOf(cue: Cue): number {
  switch (cue) {
    case "question":
      return 1 << BITS_OF_KINDS;
    case "mention":
      return 2 << BITS_OF_KINDS;
    case "emoji":
      return 4 << BITS_OF_KINDS;
    default:
      return cueBit(cue);
  }
}

const [ASKED, MENTIONED, EMOTED] = (["question", "mention", "emoji"] as const).map(cueBitOf) as [
  number,
  number,
  number,
];

interface TagCues {
  kinds: number;
  /** the kinds beside text in a script without spaces */
  kindsInScript: number;
  looseScript: boolean;
}

/** More different hashtags than an account has; beyond it the memory starts anew. */
const REMEMBERED_TAGS = 50_000;

const tagCues = new Map<string, TagCues>();
let table: PhraseTable | null = null;
let generic: ReadonlySet<string> | null = null;

function cuesOfTag(phrases: PhraseTable, key: string): TagCues {
  let found = tagCues.get(key);
  if (!found) {
    const tag = foldText(key).replace(/^[#＃]/, "");
    found = {
      kinds: matchTag(phrases, tag, false),
      kindsInScript: matchTag(phrases, tag, true),
      looseScript: hasLooseScript(key),
    };
    if (tagCues.size >= REMEMBERED_TAGS) tagCues.clear();
    tagCues.set(key, found);
  }
  return found;
}

function read(text: string, hashtags: readonly string[]): { bits: number; mentions: readonly string[] } {
  table ??= phraseTable(CUE_LANGUAGES);
  const { tokens, mentions, hashtags: own, plain } = captionTokens(text);
  let bits = matchPhrases(table, tokens);
  if (plain !== "") bits |= matchLoosePhrases(table, plain);
  let kindsInScript = 0;
  for (const tag of own) {
    const found = cuesOfTag(table, tag);
    bits |= found.kinds;
    kindsInScript |= found.kindsInScript;
  }
  let looseScript = false;
  for (const tag of hashtags) {
    const found = cuesOfTag(table, tag);
    bits |= found.kinds;
    kindsInScript |= found.kindsInScript;
    looseScript ||= found.looseScript;
  }
  const ascii = !BEYOND_ASCII.test(text);
  if (kindsInScript !== 0 && (looseScript || (!ascii && hasLooseScript(text)))) bits |= kindsInScript;
  if (QUESTION.test(text) && QUESTION.test(withoutLinks(text))) bits |= ASKED;
  if (mentions.length > 0) bits |= MENTIONED;
  if (!ascii && EMOJI.test(text)) bits |= EMOTED;
  return { bits, mentions };
}

/**
 * What a caption shows, as a sum of `cueBitOf`: the short form of `cuesOf`.
 * @param hashtags keys with "#"; those in the caption count as well
 */
export function cueBits(caption: string, hashtags: readonly string[]): number {
  return read(caption, hashtags).bits;
}

/**
 * What a caption says, by the phrase lists of twelve languages; no language has to be known. Precise rather than
 * greedy: "like if you agree" asks for a like, "I like this" does not. Linear in the length of the caption.
 * @param caption the text as the export gives it, or null
 * @param hashtags keys with "#"; those in the caption count as well
 */
export function cuesOf(caption: string | null, hashtags: readonly string[]): Cues {
  const { bits, mentions } = read(caption ?? "", hashtags);
  const has = (cue: Cue) => (bits & cueBitOf(cue)) !== 0;
  return {
    callsToAction: new Set(ASK_KINDS.filter(has)),
    question: has("question"),
    giveaway: has("giveaway"),
    mention: has("mention"),
    mentions,
    reply: has("reply"),
    duet: has("duet"),
    stitch: has("stitch"),
    challenge: has("challenge"),
    series: has("series"),
    emoji: has("emoji"),
    behindTheScenes: has("behindTheScenes"),
    sponsored: has("sponsored"),
  };
}

/**
 * Whether a hashtag is one of those that everybody adds (#fyp, #foryou, #viral, #parati, #pourtoi ...), in any of the languages.
 * @param key hashtag with or without "#"
 * @example isGenericTag("#ForYou") // true
 * @example isGenericTag("#booktok") // false
 */
export function isGenericTag(key: string): boolean {
  generic ??= new Set(CUE_LANGUAGES.flatMap((words) => words.genericTags.map(foldText)));
  return generic.has(foldText(key).replace(/^#/, ""));
}

/**
 * The @mentions of a caption, lower case, each once, in order; an e-mail address is none.
 * @example mentionsOf("with @Ana.B and @leo") // ["@ana.b", "@leo"]
 */
export function mentionsOf(caption: string | null): readonly string[] {
  return caption?.includes("@") ? captionTokens(caption).mentions : [];
}
