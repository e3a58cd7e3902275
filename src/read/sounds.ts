import type { SoundOrigin } from "../types.ts";
import { accountName } from "./ids.ts";

/** How apps of different languages name a sound that its creator recorded. */
const ORIGINAL_LABELS: ReadonlySet<string> = new Set(
  [
    "original sound",
    "sonido original",
    "som original",
    "son original",
    "suono originale",
    "Originalton",
    "origineel geluid",
    "оригинальный звук",
    "orijinal ses",
    "sunet original",
    "eredeti hang",
    "nhạc nền",
    "suara asli",
    "เสียงต้นฉบับ",
    "الصوت الأصلي",
    "オリジナル楽曲",
    "오리지널 사운드",
    "原聲",
    "原声",
    "ओरिजिनल साउंड",
  ].map(plain),
);

/** A sound as the model needs it. */
export interface Sound {
  /** id, else name; original sounds without id: by author; null = no sound known, or a bare label that says nothing */
  key: string | null;
  /** name as shown */
  name: string | null;
  origin: SoundOrigin | null;
  /** the name is one of the labels for original sounds */
  original: boolean;
}

const NO_SOUND: Sound = { key: null, name: null, origin: null, original: false };

/**
 * Judges the sound of a post. An original sound is the account's own if its author is the account, or if its id was made
 * together with the post's (exports name the author by nickname, and of 1,037 original sounds of 54 accounts all but 2 made
 * together were the account's own, all but 2 others somebody else's), or if nothing tells its author. All else is library.
 * @param name name as the export shows it, perhaps `label - author`
 * @param author name of the sound's author where a column gives it
 * @param account "@handle" of the post
 * @param together whether the sound's id was made within a day of the post's; null = one of them carries no time
 * @example soundOf(null, "original sound - mia", null, "@mia", null) // { key: "original sound - mia", name: "original sound - mia", origin: "own", original: true }
 */
export function soundOf(
  id: string | null,
  name: string | null,
  author: string | null,
  account: string | null,
  together: boolean | null,
): Sound {
  const shown = name === null || name.trim() === "" ? null : name.trim();
  if (id === null && shown === null) return NO_SOUND;
  const label = shown === null ? null : originalLabel(shown);
  if (label === null) {
    const credit = author === null || author.trim() === "" ? "" : ` - ${author.trim()}`;
    const bare = shown === null ? null : shown.endsWith(credit) ? shown : shown + credit;
    const key = id ?? (bare === null ? null : plain(bare));
    const origin = together === true ? "own" : shown === null ? null : "library";
    return { key, name: shown, origin, original: false };
  }
  const maker = label.author ?? (author === null || author.trim() === "" ? null : author.trim());
  const named = maker === null || account === null ? null : accountName(maker) === account;
  const own = named === true || (together ?? named ?? true);
  const byMaker = maker === null ? (account === null ? null : account.slice(1)) : plain(maker);
  return {
    key: id ?? (byMaker === null ? null : `original sound - ${byMaker}`),
    name: shown,
    origin: own ? "own" : "library",
    original: true,
  };
}

/**
 * Whether a name is a label for original sounds, and whose (`label - author`, split at the last ` - `).
 * @example originalLabel("sonido original - mia") // { author: "mia" }
 */
export function originalLabel(name: string): { author: string | null } | null {
  if (ORIGINAL_LABELS.has(plain(name))) return { author: null };
  const found = name.indexOf(" - ");
  if (found < 0 || !ORIGINAL_LABELS.has(plain(name.slice(0, found)))) return null;
  const author = name.slice(found + 3).trim();
  return { author: author === "" ? null : author };
}

function plain(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}
