import { type CaptionToken, foldText, hasLooseScript } from "./caption-tokens.ts";
import type { AskKind, CueKind, CueWords } from "./cue-words.ts";

interface Leaf {
  kinds: readonly CueKind[];
  language: LanguageGuards;
  atStart: boolean;
  atEnd: boolean;
}

interface Node {
  next: Map<string, Node>;
  leaves: Leaf[];
}

interface LanguageGuards {
  lead: ReadonlySet<string>;
  not: ReadonlySet<string>;
}

interface LoosePhrase {
  text: string;
  kind: CueKind;
}

/** The phrase lists of all languages, made ready for matching. */
export interface PhraseTable {
  root: Node;
  /** phrases of scripts without spaces, by first character */
  loose: ReadonlyMap<string, readonly LoosePhrase[]>;
  tags: ReadonlyMap<string, readonly CueKind[]>;
  /** tags that count only beside text in a script without spaces */
  ownScriptTags: ReadonlyMap<string, readonly CueKind[]>;
  seriesWords: ReadonlySet<string>;
  challengeTagParts: readonly string[];
}

const ASKS: ReadonlySet<CueKind> = new Set<CueKind>(["like", "comment", "share", "save", "follow", "link"]);
const node = (): Node => ({ next: new Map(), leaves: [] });

/**
 * Builds the table of all phrases, tags and series words.
 * @param languages the phrase lists, in any order
 */
export function phraseTable(languages: readonly CueWords[]): PhraseTable {
  const root = node();
  const loose = new Map<string, LoosePhrase[]>();
  const tags = new Map<string, CueKind[]>();
  const ownScriptTags = new Map<string, CueKind[]>();
  const seriesWords = new Set<string>();
  const challengeTagParts = new Set<string>();
  for (const words of languages) {
    const language: LanguageGuards = {
      lead: new Set([...words.lead, ...words.and, "&"].map(foldText)),
      not: new Set(words.not.map(foldText)),
    };
    const joins = ["", "&", ...words.and.map(foldText)];
    const insert = (phrase: string, kinds: readonly CueKind[]) =>
      insertPhrase(root, phrase, kinds, language, joins);
    for (const [kind, phrases] of entries(words.phrases)) {
      for (const phrase of phrases) {
        const text = foldText(phrase);
        if (hasLooseScript(text)) push(loose, text.charAt(0), { text, kind });
        else insert(text, [kind]);
      }
    }
    for (const [first, firstWords] of entries(words.asks)) {
      for (const [second, secondWords] of entries(words.asks)) {
        if (first === second) continue;
        const pair = `(${firstWords.join("|")}) & (${secondWords.join("|")})`;
        insert(foldText(pair), [first, second]);
      }
    }
    for (const [kind, keys] of entries(words.tags)) for (const key of keys) push(tags, foldText(key), kind);
    for (const [kind, keys] of entries(words.ownScriptTags ?? {})) {
      for (const key of keys) push(ownScriptTags, foldText(key), kind);
    }
    for (const word of words.series) {
      const text = foldText(word);
      seriesWords.add(text);
      if (hasLooseScript(text)) push(loose, text.charAt(0), { text: `${text}0`, kind: "series" });
      else insert(`${text} 0`, ["series"]);
    }
    for (const part of words.challengeTagParts) challengeTagParts.add(foldText(part));
  }
  return { root, loose, tags, ownScriptTags, seriesWords, challengeTagParts: [...challengeTagParts] };
}

/**
 * The kinds whose phrases stand in a row of words.
 * @param add called with every kind found, possibly several times
 */
export function matchPhrases(
  table: PhraseTable,
  tokens: readonly CaptionToken[],
  add: (kind: CueKind) => void,
): void {
  for (let start = 0; start < tokens.length; start++) walk(table.root, tokens, start, start, add);
}

/** The kinds whose phrases of scripts without spaces stand anywhere in the text. */
export function matchLoosePhrases(table: PhraseTable, plain: string, add: (kind: CueKind) => void): void {
  for (let i = 0; i < plain.length; i++) {
    for (const { text, kind } of table.loose.get(plain.charAt(i)) ?? [])
      if (plain.startsWith(text, i)) add(kind);
  }
}

/**
 * The kinds that a hashtag stands for.
 * @param tag folded, without "#"
 * @param looseScript whether the text around it is of a script without spaces
 */
export function matchTag(
  table: PhraseTable,
  tag: string,
  looseScript: boolean,
  add: (kind: CueKind) => void,
): void {
  for (const kind of table.tags.get(tag) ?? []) add(kind);
  if (looseScript) for (const kind of table.ownScriptTags.get(tag) ?? []) add(kind);
  const stem = tag.replace(/_?\p{N}{1,4}$/u, "");
  if (stem !== tag && table.seriesWords.has(stem)) add("series");
  if (table.challengeTagParts.some((part) => tag.includes(part))) add("challenge");
}

function walk(
  at: Node,
  tokens: readonly CaptionToken[],
  start: number,
  i: number,
  add: (kind: CueKind) => void,
): void {
  for (const leaf of at.leaves) if (holds(leaf, tokens, start, i)) for (const kind of leaf.kinds) add(kind);
  const token = tokens[i];
  if (!token || (i > start && token.afterBreak)) return;
  const next = at.next.get(token.word);
  if (next) walk(next, tokens, start, i + 1, add);
  // Arabic writes "and" as part of the next word.
  const joined =
    token.word.length > 3 && token.word.startsWith("و") ? at.next.get(token.word.slice(1)) : undefined;
  if (joined) walk(joined, tokens, start, i + 1, add);
  const any = at.next.get("_");
  if (any) walk(any, tokens, start, i + 1, add);
}

function holds(leaf: Leaf, tokens: readonly CaptionToken[], start: number, end: number): boolean {
  const { lead, not } = leaf.language;
  const first = tokens[start];
  const before = first && !first.afterBreak ? tokens[start - 1] : undefined;
  const after = tokens[end];
  if (leaf.atEnd && after && !after.clauseStart && after.word !== "&") return false;
  const asks = leaf.kinds.some((kind) => ASKS.has(kind));
  if (before && !first?.clauseStart && not.has(before.word) && asks) return false;
  if (!leaf.atStart || !before || first?.clauseStart || (asks && first?.capital && !before.capital))
    return true;
  const two = `${tokens[start - 2]?.word} ${before.word}`;
  return lead.has(before.word) || lead.has(two) || lead.has(`${tokens[start - 3]?.word} ${two}`);
}

function insertPhrase(
  root: Node,
  phrase: string,
  kinds: readonly CueKind[],
  language: LanguageGuards,
  joins: readonly string[],
): void {
  const body = phrase.replace(/^\^/, "").replace(/\$$/, "");
  let ends = new Set<Node>([root]);
  for (const part of body.match(/\([^)]*\)|\S+/g) ?? []) {
    const choices = part === "&" ? joins : part.startsWith("(") ? part.slice(1, -1).split("|") : [part];
    const reached = new Set<Node>();
    for (const from of ends) for (const choice of choices) reached.add(descend(from, choice));
    ends = reached;
  }
  const leaf: Leaf = { kinds, language, atStart: phrase.startsWith("^"), atEnd: phrase.endsWith("$") };
  for (const end of ends) end.leaves.push(leaf);
}

function descend(from: Node, words: string): Node {
  let at = from;
  for (const word of words.split(" ")) {
    if (word === "") continue;
    let next = at.next.get(word);
    if (!next) {
      next = node();
      at.next.set(word, next);
    }
    at = next;
  }
  return at;
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
