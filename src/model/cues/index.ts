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
import { matchLoosePhrases, matchPhrases, matchTag, type PhraseTable, phraseTable } from "./phrase-table.ts";
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

let table: PhraseTable | null = null;
let generic: ReadonlySet<string> | null = null;

/**
 * What a caption says, by the phrase lists of twelve languages; no language has to be known. Precise rather than
 * greedy: "like if you agree" asks for a like, "I like this" does not. Linear in the length of the caption.
 * @param caption the text as the export gives it, or null
 * @param hashtags keys with "#"; those in the caption count as well
 */
export function cuesOf(caption: string | null, hashtags: readonly string[]): Cues {
  table ??= phraseTable(CUE_LANGUAGES);
  const found = new Set<CueKind>();
  const add = (kind: CueKind) => {
    found.add(kind);
  };
  const text = caption ?? "";
  const { tokens, mentions, hashtags: own, plain } = captionTokens(text);
  matchPhrases(table, tokens, found);
  matchLoosePhrases(table, plain, add);
  const looseScript = hasLooseScript(text) || hashtags.some(hasLooseScript);
  for (const tag of new Set([...own, ...hashtags.map((key) => foldText(key).replace(/^[#＃]/, ""))])) {
    matchTag(table, tag, looseScript, add);
  }
  return {
    callsToAction: new Set(ASK_KINDS.filter((kind) => found.has(kind))),
    question: QUESTION.test(withoutLinks(text)),
    giveaway: found.has("giveaway"),
    mention: mentions.length > 0,
    mentions,
    reply: found.has("reply"),
    duet: found.has("duet"),
    stitch: found.has("stitch"),
    challenge: found.has("challenge"),
    series: found.has("series"),
    emoji: EMOJI.test(text),
    behindTheScenes: found.has("behindTheScenes"),
    sponsored: found.has("sponsored"),
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
