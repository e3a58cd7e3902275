import { DATE, type DateCell, dateCell, scanDate } from "./dates.ts";
import { type Gathered, gather } from "./gather.ts";
import { hasHashtags } from "./hashtags.ts";
import { accountName, type IdCell, scanId, scanLink } from "./ids.ts";
import { COUNTS, FLAG, type PostStore, textHash } from "./post-store.ts";
import { type FieldRow, POST, type Table } from "./rows.ts";
import { originalLabel } from "./sounds.ts";
import {
  isMissing,
  type MarkEvidence,
  markEvidence,
  type NumberCell,
  noteMark,
  numberCell,
  parseDuration,
  parseMeasure,
  scanNumber,
} from "./values.ts";
import type { WarningCode } from "./warning-codes.ts";
import type { WarningCollector } from "./warnings.ts";

/** A table of posts in the store: its rows, and what its columns showed on the way. */
export interface PostTable {
  table: Table;
  name: string;
  /** first row and the row behind the last */
  from: number;
  to: number;
  read: number;
  other: number;
  /** dropped before they reached the store */
  broken: number;
  marks: readonly MarkEvidence[];
  /** numbers with a suffix such as K */
  suffixes: number;
  /** cells of the time column by DATE */
  posted: number[];
  snapshots: number[];
  /** the first cells of the time column that are no dates */
  invalidDates: { line: number; value: string }[];
  /** STYLE bits seen in the time column */
  styles: number;
  twoDigitYears: number;
  halfDays: number;
  croatian: boolean;
  ids: { whole: number; missing: number; damaged: number; rounded: number };
  /** rows with a sound name, of these with an id, and with a flag "not original" beside an original label */
  sounds: { named: number; identified: number; contradictions: number };
  /** completion above 1: the column is in per cent */
  completionInPercent: boolean;
}

/** A table of posts before its first row. */
export function postTable(table: Table, from: number): PostTable {
  return {
    table,
    name: table.name,
    from,
    to: from,
    read: 0,
    other: 0,
    broken: 0,
    marks: COUNTS.map(markEvidence),
    suffixes: 0,
    posted: [0, 0, 0, 0, 0, 0, 0, 0],
    snapshots: [0, 0, 0, 0, 0, 0, 0, 0],
    invalidDates: [],
    styles: 0,
    twoDigitYears: 0,
    halfDays: 0,
    croatian: false,
    ids: { whole: 0, missing: 0, damaged: 0, rounded: 0 },
    sounds: { named: 0, identified: 0, contradictions: 0 },
    completionInPercent: false,
  };
}

/** Takes the rows of one table into the store. */
export interface Intake {
  take(row: FieldRow): void;
  /** to be called behind the last row: hands the warnings over */
  finish(warnings: WarningCollector): void;
}

const COUNT_FIELDS = COUNTS.map((name) => POST[name]);

/**
 * Starts reading one table of posts into the store.
 * @param facts receives what the columns show
 */
export function intake(store: PostStore, facts: PostTable): Intake {
  const { table } = facts;
  const cases: Gathered = gather(facts.name);
  const number: NumberCell = numberCell();
  const date: DateCell = dateCell();
  const id: IdCell = { high: 0, low: 0 };
  const accounts = new Map<string, number>(store.accounts.map((name, index) => [name, index]));
  const byCell = new Map<string, number>();
  const userData = table.format === "user-data";
  const headerOf = (field: keyof typeof POST) => table.facts.headerOf.get(field) ?? field;
  const warn = (code: WarningCode, line: number, field?: keyof typeof POST, value?: string, topic = "") =>
    cases.add(code, topic, line, field ? headerOf(field) : null, value);
  const intern = (name: string | null): number => {
    if (name === null) return 0;
    let index = accounts.get(name);
    if (index === undefined) {
      index = store.accounts.length;
      store.accounts.push(name);
      accounts.set(name, index);
    }
    return index;
  };
  const internCell = (cell: string): number => {
    let index = byCell.get(cell);
    if (index === undefined) {
      index = intern(accountName(cell));
      if (byCell.size < 10_000) byCell.set(cell, index);
    }
    return index;
  };
  const tableAccount = table.facts.username === null ? 0 : internCell(table.facts.username);

  const takeIdentity = (row: FieldRow, at: number): number => {
    let flags = 0;
    const cell = row.cells[POST.id] ?? null;
    const link = row.cells[POST.link] ?? null;
    id.high = 0;
    id.low = 0;
    const kind = cell === null ? "missing" : scanId(cell, id);
    let high = kind === "id" ? id.high : 0;
    let low = kind === "id" ? id.low : 0;
    let account = 0;
    let fromLink = false;
    if (link !== null && link !== "" && !userData) {
      const facing = scanLink(link, id);
      if (facing.handle !== null) account = intern(`@${facing.handle}`);
      if (facing.kind === "post") {
        flags |= FLAG.photoKnown | (facing.photo ? FLAG.photo : 0);
        // The link's id is never rounded by a spreadsheet.
        if (kind !== "id" || isRounded(cell!)) {
          if (kind === "id" && (high !== id.high || low !== id.low))
            warn("ID_DAMAGED", row.line, "id", cell!);
          high = id.high;
          low = id.low;
          fromLink = true;
        }
      } else if (facing.kind === "other" && !isMissing(link)) warn("LINK_INVALID", row.line, "link", link);
      if (facing.kind === "short") store.linkHash.set(at, textHash(link));
    }
    if (kind === "damaged") {
      facts.ids.damaged++;
      warn("ID_DAMAGED", row.line, "id", cell!);
    }
    if (high !== 0 || low !== 0) {
      store.idHigh.set(at, high);
      store.idLow.set(at, low);
      facts.ids.whole++;
      if (!fromLink && isRounded(cell ?? "")) facts.ids.rounded++;
    } else {
      facts.ids.missing++;
      if (!userData) warn("ID_MISSING", row.line);
    }
    if (account === 0) {
      const named = row.cells[POST.account] ?? null;
      account = named === null ? 0 : internCell(named);
    }
    store.account.set(at, account === 0 ? tableAccount : account);
    return flags;
  };

  const takeTime = (row: FieldRow, at: number): number => {
    const cell = row.cells[POST.postedAt] ?? null;
    const snapshot = row.cells[POST.snapshot] ?? null;
    if (snapshot !== null) {
      const kind = scanDate(snapshot, date);
      facts.snapshots[kind]!++;
      store.snapshotKind.set(at, kind);
      store.snapshot.set(at, date.value);
    }
    if (cell === null) {
      facts.posted[DATE.missing]!++;
      return 0;
    }
    const kind = scanDate(cell, date);
    facts.posted[kind]!++;
    facts.styles |= date.style;
    if (kind === DATE.invalid && facts.invalidDates.length < 5)
      facts.invalidDates.push({ line: row.line, value: cell });
    if (date.twoDigitYear) {
      facts.twoDigitYears++;
      warn("YEAR_TWO_DIGITS", row.line, "postedAt", cell, "yy");
    }
    if (date.halfDay) facts.halfDays++;
    if (date.croatian) facts.croatian = true;
    store.postedKind.set(at, kind);
    store.posted.set(at, date.value);
    store.precision.set(at, date.precision);
    return date.doubtful ? FLAG.doubtfulMonth : 0;
  };

  const takeCounts = (row: FieldRow, at: number): void => {
    let open = 0;
    for (let index = 0; index < COUNT_FIELDS.length; index++) {
      const cell = row.cells[COUNT_FIELDS[index]!] ?? null;
      if (cell === null) continue;
      const name = COUNTS[index]!;
      const kind = scanNumber(cell, number);
      if (number.formula) warn("NUMBER_FORMULA", row.line, name, cell);
      if (kind === "missing" || (userData && number.value === -1)) {
        if (name === "views" || name === "likes") warn("NUMBER_MISSING", row.line, name, undefined, name);
        continue;
      }
      if (kind === "invalid" || number.percent) {
        warn("NUMBER_INVALID", row.line, name, cell, name);
        continue;
      }
      if (number.value < 0) {
        warn("NUMBER_NEGATIVE", row.line, name, cell);
        continue;
      }
      if (number.suffix) facts.suffixes++;
      if (number.mark !== "") noteMark(facts.marks[index]!, kind, number);
      if (kind === "ambiguous") open |= (number.mark === "." ? 1 : 2) << (2 * index);
      store.counts[index]!.set(at, number.value);
    }
    if (open !== 0) store.marks.set(at, open);
  };

  const takeRest = (row: FieldRow, at: number): number => {
    const { cells } = row;
    const title = cells[POST.title] ?? null;
    const tags = cells[POST.hashtags] ?? null;
    const sound = present(cells[POST.sound]);
    const soundId = present(cells[POST.soundId]);
    let flags = 0;
    if (title !== null) {
      flags |= FLAG.title;
      store.titleHash.set(at, textHash(title));
    }
    if (sound !== null) {
      flags |= FLAG.sound;
      facts.sounds.named++;
      if (soundId !== null) facts.sounds.identified++;
      const isOriginal = cells[POST.soundOriginal] ?? null;
      if (
        isOriginal !== null &&
        !isMissing(isOriginal) &&
        !saysTrue(isOriginal) &&
        originalLabel(sound) !== null
      ) {
        facts.sounds.contradictions++;
      }
    }
    if (soundId !== null) flags |= FLAG.soundId;
    const isPhoto = cells[POST.photo] ?? null;
    if (isPhoto !== null && !isMissing(isPhoto))
      flags |= FLAG.photoKnown | (saysTrue(isPhoto) ? FLAG.photo : 0);
    const length = cells[POST.durationSeconds] ?? null;
    if (length !== null && !isMissing(length)) {
      const seconds = parseDuration(length);
      if (seconds !== null) {
        store.durationSeconds.set(at, seconds);
        flags |= FLAG.duration | FLAG.photoKnown;
      } else if (parseMeasure(length) === 0) flags |= FLAG.photo | FLAG.photoKnown;
    }
    if (saysTrue(cells[POST.promoted] ?? null)) flags |= FLAG.promoted;
    takeMeasure(cells[POST.averageWatch], store.averageWatch, at);
    takeMeasure(cells[POST.newFollowers], store.newFollowers, at);
    takeMeasure(cells[POST.completion], store.completion, at);
    if (store.completion.get(at) > 1) facts.completionInPercent = true;
    if (hasHashtags(tags, title)) flags |= FLAG.hashtags;
    if (store.texts !== null) {
      store.texts[at] = {
        title,
        hashtags: tags,
        sound,
        soundId,
        soundAuthor: present(cells[POST.soundAuthor]),
        labels: row.labels,
      };
    }
    return flags;
  };

  return {
    take(row) {
      facts.read++;
      if (row.kind === "other") facts.other++;
      else if (row.kind === "dropped") facts.broken++;
      else {
        const at = store.size++;
        facts.to = store.size;
        let flags = takeIdentity(row, at);
        flags |= takeTime(row, at);
        takeCounts(row, at);
        flags |= takeRest(row, at);
        store.line.set(at, row.line);
        const noMetric = Number.isNaN(store.counts[0]!.get(at)) && Number.isNaN(store.counts[1]!.get(at));
        const noTime = store.postedKind.get(at) === DATE.missing;
        const noId = store.idHigh.get(at) === 0 && store.idLow.get(at) === 0;
        if (noMetric && !userData) {
          flags |= FLAG.dropped;
          warn("ROW_UNUSABLE", row.line, undefined, undefined, "number of views or likes");
        } else if (noTime && noId) {
          flags |= FLAG.dropped;
          warn("ROW_UNUSABLE", row.line, undefined, undefined, "id and time");
        } else if (isPrivate(row.cells[POST.privacy] ?? null)) {
          flags |= FLAG.dropped;
          warn("PRIVATE_POSTS", row.line);
        } else if ((flags & FLAG.promoted) !== 0) warn("PAID_POSTS", row.line);
        store.flags.set(at, flags);
      }
    },
    finish: (warnings) => cases.flush(warnings),
  };
}

function present(cell: string | null | undefined): string | null {
  return cell === null || cell === undefined || isMissing(cell) ? null : cell;
}

function takeMeasure(
  cell: string | null | undefined,
  column: { set(row: number, value: number): void },
  at: number,
) {
  if (cell === null || cell === undefined || cell === "") return;
  const value = parseMeasure(cell);
  if (value !== null && value >= 0) column.set(at, value);
}

/** Spreadsheets keep 15 digits: an id of 18 and more that ends in zeros was rounded. */
function isRounded(cell: string): boolean {
  return cell.length >= 18 && cell.includes("0000") && /^\D*\d{14,16}0000\D*$/.test(cell);
}

const NO: ReadonlySet<string> = new Set(["0", "0.0", "false", "no", "off", "f", "n"]);

/** A flag of the export: anything but a missing value and the usual words for no. */
function saysTrue(cell: string | null): boolean {
  return cell !== null && !isMissing(cell) && !NO.has(cell.trim().toLowerCase());
}

function isPrivate(cell: string | null): boolean {
  if (cell === null || isMissing(cell)) return false;
  const text = cell.trim().toLowerCase();
  return /^(?:only (?:you|me)|private|self|self only|true|1|yes)$/.test(text);
}
