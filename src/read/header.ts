import { LAST_RESORT_VIEWS } from "./aliases.ts";

/** A header as it is compared: `name` normalised; `surveyCoded` when a survey code was dropped from its front. */
export interface HeaderName {
  name: string;
  surveyCoded: boolean;
}

/**
 * Brings a header into the form in which headers are compared: NFKC, no byte-order mark or zero-width characters, trimmed,
 * no quotes around it, lower case, and `_ - . /` and white space as one space. A survey code before two or more words goes.
 * @example normaliseHeader("\ufeffM5_view_count ") // { name: "view count", surveyCoded: true }
 */
export function normaliseHeader(text: string): HeaderName {
  const plain = text
    .normalize("NFKC")
    .replace(/[\ufeff\u200b-\u200f\u2060]/g, "")
    .trim()
    .replace(/^["'“”„«»]+|["'“”„«»]+$/g, "")
    .toLowerCase()
    .replace(/[_\-./\s]+/g, " ")
    .trim();
  const coded = /^[a-z]{1,2}\d{1,3} (?=\S+ \S)/.exec(plain);
  return coded
    ? { name: plain.slice(coded[0].length), surveyCoded: true }
    : { name: plain, surveyCoded: false };
}

/** A header row in the form in which families are recognised. */
export interface HeaderView {
  /** normalised names by column; "" = no name */
  names: readonly string[];
  has(...names: string[]): boolean;
  surveyCoded: boolean;
}

/** The header row `headers` as families look at it. */
export function viewHeader(headers: readonly string[]): HeaderView {
  const found = headers.map(normaliseHeader);
  const names = found.map(({ name }) => name);
  const set = new Set(names);
  return {
    names,
    has: (...wanted) => wanted.every((name) => set.has(name)),
    surveyCoded: found.some(({ surveyCoded }) => surveyCoded),
  };
}

/** One column taken for one field. */
export interface Choice<Field extends string> {
  field: Field;
  column: number;
  how: "alias" | "value" | "map" | "id";
}

export interface HeaderMapping<Field extends string> {
  /** one column for each mapped field */
  choices: Choice<Field>[];
  /** further columns whose whole header is an alias of a field that has its column already */
  rivals: { field: Field; column: number }[];
  /** fields whose words several headers hold equally well: none was taken */
  ambiguous: { field: Field; columns: number[] }[];
}

export interface MappingRules<Field extends string> {
  aliases: readonly (readonly [Field, readonly string[]])[];
  /** headers that mean something else in this family; null = nothing */
  overrides?: ReadonlyMap<string, Field | null>;
  /** columns fixed by `--map` */
  fixed?: ReadonlyMap<Field, number>;
  /** also take headers that hold all words of an alias (posts only) */
  guess?: boolean;
}

/** Headers that name a thing other than a post when one of these words stands in them. */
const FOREIGN_WORDS = new Set(
  (
    "author authormeta music musicmeta sound song profile user users follower followers following subscriber channel page " +
    "campaign ad ads adgroup comment hashtag search searchhashtag cover thumbnail avatar image picture download play rate " +
    "ratio percent percentage average avg mean median change growth delta difference diff daily unique live per cost reply " +
    "replies last updated joined birth start end type status category language country city location playlist hour day"
  ).split(" "),
);

/** Aliases too plain to be looked for inside longer headers. */
const WHOLE_ONLY = new Set(
  "post text message channel account profile sound track music audio reach url timestamp followers saved".split(
    " ",
  ),
);

/**
 * Which column is which field: whole aliases first (best alias, then first column), then all words of an alias inside a
 * header. What `fixed` names is taken as it is and frees nothing.
 */
export function mapHeader<Field extends string>(
  header: HeaderView,
  rules: MappingRules<Field>,
): HeaderMapping<Field> {
  const choices: Choice<Field>[] = [];
  const rivals: HeaderMapping<Field>["rivals"] = [];
  const ambiguous: HeaderMapping<Field>["ambiguous"] = [];
  const taken = new Set<number>(rules.fixed?.values());
  const done = new Set<Field>(rules.fixed?.keys());
  for (const [field, column] of rules.fixed ?? []) choices.push({ field, column, how: "map" });

  const compiled = compile(rules.aliases);
  const hitOf = (name: string): Rank<Field> | undefined => {
    const override = rules.overrides?.get(name);
    if (override === null) return undefined;
    return override === undefined ? compiled.ranks.get(name) : { field: override, rank: -1 };
  };
  const whole: (Rank<Field> & { column: number })[] = [];
  header.names.forEach((name, column) => {
    const hit = taken.has(column) ? undefined : hitOf(name);
    if (hit) whole.push({ ...hit, column });
  });
  whole.sort((a, b) => a.rank - b.rank || a.column - b.column);
  for (const { field, column } of whole) {
    taken.add(column);
    if (done.has(field)) rivals.push({ field, column });
    else {
      done.add(field);
      choices.push({ field, column, how: "alias" });
    }
  }
  if (rules.guess) {
    const words = wordsOf(header);
    for (const { field, names } of compiled.words) {
      if (done.has(field)) continue;
      const columns = wordMatch(words, names, taken);
      if (columns.length > 1) ambiguous.push({ field, columns });
      else if (columns.length === 1) {
        taken.add(columns[0]!);
        choices.push({ field, column: columns[0]!, how: "value" });
      }
    }
  }
  return { choices, rivals, ambiguous };
}

type Aliases<Field extends string> = MappingRules<Field>["aliases"];
type Rank<Field extends string> = { field: Field; rank: number };

/** A list of aliases, made ready for the many rows that are tried as a header. */
interface CompiledAliases<Field extends string> {
  ranks: ReadonlyMap<string, Rank<Field>>;
  /** by field the words of each alias that may be looked for inside longer headers */
  words: readonly { field: Field; names: readonly (readonly string[])[] }[];
}

const compiledLists = new WeakMap<object, unknown>();

function compile<Field extends string>(aliases: Aliases<Field>): CompiledAliases<Field> {
  const known = compiledLists.get(aliases) as CompiledAliases<Field> | undefined;
  if (known) return known;
  const made: CompiledAliases<Field> = {
    ranks: new Map(aliases.flatMap(([field, names]) => names.map((name, rank) => [name, { field, rank }]))),
    words: aliases.map(([field, names]) => ({
      field,
      names: names.filter((name) => !WHOLE_ONLY.has(name)).map((name) => name.split(" ")),
    })),
  };
  compiledLists.set(aliases, made);
  return made;
}

/** The words of a header row, by column; `every` holds each word of the row once. */
interface HeaderWords {
  columns: readonly { column: number; words: readonly string[] }[];
  every: ReadonlySet<string>;
}

/** Headers longer than this are sentences. */
const MOST_WORDS = 8;

function wordsOf({ names }: HeaderView): HeaderWords {
  const columns = names
    .map((name, column) => ({ column, words: name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "") }))
    .filter(({ words }) => words.length <= MOST_WORDS);
  return { columns, every: new Set(columns.flatMap(({ words }) => words)) };
}

/** Columns that hold all words of the best alias that any header holds. */
function wordMatch(
  header: HeaderWords,
  aliases: readonly (readonly string[])[],
  taken: ReadonlySet<number>,
): number[] {
  for (const wanted of aliases) {
    if (!wanted.every((word) => header.every.has(word))) continue;
    const columns = header.columns
      .filter(({ column, words }) => {
        const isForeign = words.some((word) => FOREIGN_WORDS.has(word) && !wanted.includes(word));
        return !taken.has(column) && !isForeign && wanted.every((word) => words.includes(word));
      })
      .map(({ column }) => column);
    if (columns.length > 0) return columns;
  }
  return [];
}

/** The column of impressions, which stand for views only where there are none. */
export function lastResortViews(header: HeaderView): number | null {
  const column = header.names.indexOf(LAST_RESORT_VIEWS);
  return column < 0 ? null : column;
}
