import { type CaptionToken, foldText, hasLooseScript } from "./caption-tokens.ts";
import type { AskKind, CueKind, CueWords } from "./cue-words.ts";

/** The kinds in the order of their bits: what is found in a caption is a sum of such bits. */
const KINDS: readonly CueKind[] = [
  "like",
  "comment",
  "share",
  "save",
  "follow",
  "link",
  "giveaway",
  "reply",
  "duet",
  "stitch",
  "challenge",
  "series",
  "behindTheScenes",
  "sponsored",
];

/** First bit that no kind has. */
export const BITS_OF_KINDS = KINDS.length;

/** @example cueBit("comment") // 2 */
export function cueBit(kind: CueKind): number {
  return 1 << KINDS.indexOf(kind);
}

/** A phrase of the lists; its groups are made when its first word is met for the first time. */
interface Phrase {
  source: string;
  joins: readonly string[];
  groups: readonly Group[] | null;
  /** words that may stand in second place; null = any, or none */
  seconds: ReadonlySet<string> | null;
  kinds: number;
  asks: boolean;
  language: LanguageGuards;
  atStart: boolean;
  atEnd: boolean;
}

/** One place of a phrase: its choices by first word, each with all its words. */
interface Group {
  byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  optional: boolean;
}

interface LanguageGuards {
  lead: ReadonlySet<string>;
  not: ReadonlySet<string>;
}

interface LoosePhrase {
  text: string;
  kinds: number;
}

/** The phrase lists of all languages, made ready for matching; kinds are sums of their bits. */
export interface PhraseTable {
  /** by first word */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** phrases of scripts without spaces, by first character */
  loose: ReadonlyMap<string, readonly LoosePhrase[]>;
  tags: ReadonlyMap<string, number>;
  /** tags that count only beside text in a script without spaces */
  ownScriptTags: ReadonlyMap<string, number>;
  seriesWords: ReadonlySet<string>;
  challengeTagParts: readonly string[];
}

const SERIES = cueBit("series");
const CHALLENGE = cueBit("challenge");
const ASKS = (["like", "comment", "share", "save", "follow", "link"] as const).reduce(
  (bits, kind) => bits | cueBit(kind),
  0,
);

/**
 * Builds the table of all phrases, tags and series words.
 * @param languages the phrase lists, in any order
 */
export function phraseTable(languages: readonly CueWords[]): PhraseTable {
  const phrases = new Map<string, Phrase[]>();
  const loose = new Map<string, LoosePhrase[]>();
  const tags = new Map<string, number>();
  const ownScriptTags = new Map<string, number>();
  const seriesWords = new Set<string>();
  const challengeTagParts = new Set<string>();
  for (const words of languages) {
    const language: LanguageGuards = {
      lead: new Set([...words.lead, ...words.and, "&"].map(foldText)),
      not: new Set(words.not.map(foldText)),
    };
    const joins = ["", "&", ...words.and.map(foldText)];
    // captions come as words, and a hyphen parts two of them
    const insert = (phrase: string, kinds: number) =>
      insertPhrase(phrases, phrase.includes("-") ? partedWords(phrase) : phrase, kinds, language, joins);
    for (const [kind, list] of entries(words.phrases)) {
      for (const phrase of list) {
        const text = foldText(phrase);
        if (hasLooseScript(text)) push(loose, text.charAt(0), { text, kinds: cueBit(kind) });
        else insert(text, cueBit(kind));
      }
    }
    for (const [first, firstWords] of entries(words.asks)) {
      for (const [second, secondWords] of entries(words.asks)) {
        if (first === second) continue;
        const pair = `(${firstWords.join("|")}) & (${secondWords.join("|")})`;
        insert(foldText(pair), cueBit(first) | cueBit(second));
      }
    }
    addTags(tags, words.tags);
    addTags(ownScriptTags, words.ownScriptTags ?? {});
    for (const word of words.series) {
      const text = foldText(word);
      seriesWords.add(text);
      if (hasLooseScript(text)) push(loose, text.charAt(0), { text: `${text}0`, kinds: SERIES });
      else insert(`${text} 0`, SERIES);
    }
    for (const part of words.challengeTagParts) challengeTagParts.add(foldText(part));
  }
  return { phrases, loose, tags, ownScriptTags, seriesWords, challengeTagParts: [...challengeTagParts] };
}

function partedWords(phrase: string): string {
  return phrase.replace(/(?<=\p{L})-(?=\p{L})/gu, " ");
}

function addTags(tags: Map<string, number>, own: CueWords["tags"]): void {
  for (const [kind, keys] of entries(own)) {
    for (const key of keys) {
      const text = foldText(key);
      tags.set(text, (tags.get(text) ?? 0) | cueBit(kind));
    }
  }
}

/** The kinds whose phrases stand in a row of words. */
export function matchPhrases(table: PhraseTable, tokens: readonly CaptionToken[]): number {
  let found = 0;
  for (let start = 0; start < tokens.length; start++) {
    const { word } = tokens[start]!;
    const candidates = table.phrases.get(word);
    if (candidates) found = matchAt(candidates, tokens, start, found);
    const joined = withoutJoinedAnd(word);
    const others = joined === null ? undefined : table.phrases.get(joined);
    if (others) found = matchAt(others, tokens, start, found);
  }
  return found;
}

/** The kinds whose phrases of scripts without spaces stand anywhere in the text. */
export function matchLoosePhrases(table: PhraseTable, plain: string): number {
  let found = 0;
  for (let i = 0; i < plain.length; i++) {
    for (const { text, kinds } of table.loose.get(plain.charAt(i)) ?? [])
      if (plain.startsWith(text, i)) found |= kinds;
  }
  return found;
}

/**
 * The kinds that a hashtag stands for.
 * @param tag folded, without "#"
 * @param looseScript whether the text around it is of a script without spaces
 */
export function matchTag(table: PhraseTable, tag: string, looseScript: boolean): number {
  let found = table.tags.get(tag) ?? 0;
  if (looseScript) found |= table.ownScriptTags.get(tag) ?? 0;
  const stem = tag.replace(/_?\p{N}{1,4}$/u, "");
  if (stem !== tag && table.seriesWords.has(stem)) found |= SERIES;
  if (table.challengeTagParts.some((part) => tag.includes(part))) found |= CHALLENGE;
  return found;
}

const WAW = "و".charCodeAt(0);

/** Arabic writes "and" as part of the next word. */
function withoutJoinedAnd(word: string): string | null {
  return word.length > 3 && word.charCodeAt(0) === WAW ? word.slice(1) : null;
}

/** Adds the kinds of the candidates that stand at a place; a phrase of kinds that are all found is not looked for. */
function matchAt(
  candidates: readonly Phrase[],
  tokens: readonly CaptionToken[],
  start: number,
  foundBefore: number,
): number {
  let found = foundBefore;
  const second = tokens[start + 1]?.word;
  for (const phrase of candidates) {
    if ((found & phrase.kinds) === phrase.kinds) continue;
    // Looking at the second word is cheap, but making the groups for it is not: a phrase that may not start needs none.
    if (phrase.seconds && !mayFollow(phrase.seconds, second)) continue;
    if (!mayStart(phrase, tokens, start)) continue;
    if (!phrase.groups) {
      phrase.groups = groupsOf(phrase.source, phrase.joins);
      phrase.seconds = secondWords(phrase.groups);
      if (phrase.seconds && !mayFollow(phrase.seconds, second)) continue;
    }
    if (matchGroups(phrase, 0, tokens, start, start)) found |= phrase.kinds;
  }
  return found;
}

function mayFollow(seconds: ReadonlySet<string>, word: string | undefined): boolean {
  if (word === undefined) return false;
  const joined = withoutJoinedAnd(word);
  return seconds.has(word) || (joined !== null && seconds.has(joined));
}

/** Words that may stand after the first word; null where any may, or where the phrase may end there. */
function secondWords(groups: readonly Group[]): Set<string> | null {
  const seconds = new Set<string>();
  for (const [place, group] of groups.entries()) {
    for (const choices of group.byFirst.values()) {
      for (const words of choices) {
        if (words[1] !== undefined) seconds.add(words[1]);
        else if (!addFirsts(groups, place + 1, seconds)) return null;
      }
    }
    if (!group.optional) break;
  }
  return seconds.has("_") ? null : seconds;
}

/** Adds every word that may stand at a place; false where the phrase may end before it. */
function addFirsts(groups: readonly Group[], place: number, words: Set<string>): boolean {
  for (const group of groups.slice(place)) {
    for (const first of group.byFirst.keys()) words.add(first);
    if (!group.optional) return true;
  }
  return false;
}

function matchGroups(
  phrase: Phrase,
  place: number,
  tokens: readonly CaptionToken[],
  start: number,
  i: number,
): boolean {
  const group = phrase.groups![place];
  if (!group) return mayEnd(phrase, tokens[i]);
  if (group.optional && matchGroups(phrase, place + 1, tokens, start, i)) return true;
  const token = tokens[i];
  if (!token || (i > start && token.afterBreak)) return false;
  for (const first of [token.word, withoutJoinedAnd(token.word), "_"]) {
    if (first === null) continue;
    for (const words of group.byFirst.get(first) ?? []) {
      if (!goesOn(words, tokens, i)) continue;
      if (matchGroups(phrase, place + 1, tokens, start, i + words.length)) return true;
    }
  }
  return false;
}

/** Whether the words after the first one stand in the tokens, with no end of a sentence before them. */
function goesOn(words: readonly string[], tokens: readonly CaptionToken[], i: number): boolean {
  for (let k = 1; k < words.length; k++) {
    const token = tokens[i + k];
    if (!token || token.afterBreak || (words[k] !== "_" && words[k] !== token.word)) return false;
  }
  return true;
}

/** Whether a phrase may end before a token. */
function mayEnd({ atEnd }: Phrase, after: CaptionToken | undefined): boolean {
  return !atEnd || !after || after.clauseStart || after.word === "&";
}

/** Whether a phrase may begin at a token: by the clause, and by the word before. */
function mayStart(
  { asks, atStart, language }: Phrase,
  tokens: readonly CaptionToken[],
  start: number,
): boolean {
  const { lead, not } = language;
  const first = tokens[start]!;
  const before = first.afterBreak ? undefined : tokens[start - 1];
  if (!before || first.clauseStart) return true;
  if (asks && not.has(before.word)) return false;
  if (!atStart || (asks && first.capital && !before.capital) || lead.has(before.word)) return true;
  const two = `${tokens[start - 2]?.word} ${before.word}`;
  return lead.has(two) || lead.has(`${tokens[start - 3]?.word} ${two}`);
}

function insertPhrase(
  phrases: Map<string, Phrase[]>,
  source: string,
  kinds: number,
  language: LanguageGuards,
  joins: readonly string[],
): void {
  const body = source.replace(/^\^/, "").replace(/\$$/, "");
  const phrase: Phrase = {
    source: body,
    joins,
    groups: null,
    seconds: null,
    kinds,
    asks: (kinds & ASKS) !== 0,
    language,
    atStart: source.startsWith("^"),
    atEnd: source.endsWith("$"),
  };
  for (const first of firstWords(body, joins)) push(phrases, first, phrase);
}

const PLACES = /\([^)]*\)|\S+/g;

function choicesOf(part: string, joins: readonly string[]): readonly string[] {
  if (part === "&") return joins;
  return part.startsWith("(") ? part.slice(1, -1).split("|") : [part];
}

/** Every word that a phrase may begin with. */
function firstWords(body: string, joins: readonly string[]): Iterable<string> {
  // Most phrases begin with one plain word.
  if (!body.startsWith("(") && !body.startsWith("&")) return [body.split(" ", 1)[0]!];
  const first = new Set<string>();
  for (const [part] of body.matchAll(PLACES)) {
    const choices = choicesOf(part, joins);
    for (const choice of choices) if (choice !== "") first.add(choice.split(" ", 1)[0]!);
    if (!choices.includes("")) break;
  }
  return first;
}

function groupsOf(body: string, joins: readonly string[]): Group[] {
  return (body.match(PLACES) ?? []).map((part) => {
    const byFirst = new Map<string, string[][]>();
    const choices = choicesOf(part, joins);
    for (const choice of choices) {
      const words = choice.split(" ").filter((word) => word !== "");
      if (words[0] !== undefined) push(byFirst, words[0], words);
    }
    return { byFirst, optional: choices.includes("") };
  });
}

function entries<K extends CueKind | AskKind>(
  record: Partial<Record<K, readonly string[]>>,
): [K, readonly string[]][] {
  return Object.entries(record) as [K, readonly string[]][];
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
