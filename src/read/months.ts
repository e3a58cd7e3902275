/** The month that a word names. `doubtful`: Croatian uses the same word for the month before. */
export interface MonthWord {
  month: number;
  doubtful: boolean;
  /** only Croatian has this word: its neighbours in the column are Croatian too */
  croatian: boolean;
}

const ENGLISH = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const VIETNAMESE = [
  "một",
  "hai",
  "ba",
  "tư",
  "năm",
  "sáu",
  "bảy",
  "tám",
  "chín",
  "mười",
  "mười một",
  "mười hai",
];
const LOCALES =
  "ar bg bn ca cs da de de-AT el es et fa fi fil fr he hi hu id it ja km ko lt lv ms my nb nl pl pt ro ru sk sl sr sv sw ta te th tr uk ur uz vi zh zh-TW".split(
    " ",
  );

const english = new Map<string, MonthWord>();
for (const [index, name] of ENGLISH.entries()) {
  for (const word of [name, name.slice(0, 3)]) {
    english.set(word, { month: index + 1, doubtful: false, croatian: false });
  }
}
english.set("sept", { month: 9, doubtful: false, croatian: false });

let others: Map<string, MonthWord> | null = null;

/**
 * The month that a word names in English or, only if it is no English word, in one of some forty languages.
 * The other languages' tables are built from Intl when first needed.
 * @param word in lower case, NFKC, without dots and commas
 * @returns null where no language knows it
 * @example monthOfWord("μαρτίου") // { month: 3, doubtful: false, croatian: false }
 */
export function monthOfWord(word: string): MonthWord | null {
  const known = english.get(word);
  if (known) return known;
  others ??= otherLanguages();
  return others.get(word) ?? others.get(withoutPrefix(word)) ?? null;
}

/** Hebrew "in", Catalan "of": one word with the month. */
function withoutPrefix(word: string): string {
  return word.startsWith("ב") ? word.slice(1) : word.replace(/^d['’]/, "");
}

function otherLanguages(): Map<string, MonthWord> {
  const table = new Map<string, MonthWord>();
  for (const locale of LOCALES) {
    for (const [word, month] of monthNames(locale)) {
      if (!table.has(word)) table.set(word, { month, doubtful: false, croatian: false });
    }
  }
  for (const [index, word] of VIETNAMESE.entries()) {
    table.set(word, { month: index + 1, doubtful: false, croatian: false });
  }
  // As German spreadsheet programs shorten März.
  table.set("mrz", { month: 3, doubtful: false, croatian: false });
  for (const [word, month] of monthNames("hr")) {
    const known = table.get(word);
    if (!known) table.set(word, { month, doubtful: false, croatian: true });
    else if (known.month === month + 1) table.set(word, { ...known, doubtful: true });
  }
  return table;
}

/** Long and short names of a locale, alone and beside a day (where many languages use another form). */
function monthNames(locale: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const month of ["long", "short"] as const) {
    for (const day of ["numeric", undefined] as const) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
        month,
        day,
        timeZone: "UTC",
      });
      for (let index = 0; index < 12; index++) {
        const word = format
          .formatToParts(Date.UTC(2023, index, 15))
          .filter((part) => part.type === "month")
          .map((part) => part.value)
          .join("");
        const plain = plainWord(word);
        if (/\p{L}/u.test(plain)) names.set(plain, index + 1);
      }
    }
  }
  return names;
}

/** NFKC, lower case, without dots, commas and the marks that stand for them in other scripts. */
export function plainWord(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.,،॰׳]/g, "")
    .trim();
}
