import { isMissing, isTimeLike } from "../cell-tests.ts";
import type { HeaderView } from "../header.ts";
import type { Refusal } from "./format.ts";

/** Files of something else, refused by name; asked before any family. */
export const REFUSALS: readonly Refusal[] = [
  {
    code: "REFUSED_ADS",
    claims: (header) =>
      header.names.some((name) => /^(?:total )?cost(?: |$|\()/.test(name)) &&
      header.names.some((name) => /^(?:campaign|ad group|adgroup|ad|ad set)(?: |$)/.test(name)) &&
      some(header, "impressions", "impression", "clicks", "clicks (destination)", "cpm", "cpc"),
    sentence: "This is a report of TikTok Ads Manager, not a list of posts.",
  },
  {
    code: "REFUSED_LIVE",
    claims: (header) =>
      header.names.some((name) => LIVE_NAMES.has(name)) ||
      header.names.filter((name) => /^live(?: |$|\p{L})/u.test(name)).length >= 2,
    sentence: "This is a list of LIVE sessions from LIVE Center, not of posts.",
  },
  {
    code: "REFUSED_META",
    claims: (header, rows) =>
      (header.has("account username") && header.has("post type")) ||
      linksOf(header, rows).some((host) => /(?:^|\.)(?:instagram|facebook|fb)\.com$/.test(host)),
    sentence: "This is an Instagram or Facebook file.",
  },
  {
    code: "REFUSED_YOUTUBE",
    claims: (header) =>
      header.has("video publish time") && (header.has("watch time (hours)") || header.has("subscribers")),
    sentence: "This is a YouTube Studio file.",
  },
  {
    code: "REFUSED_COURSE_DATA",
    claims: (header, rows) =>
      (header.has("claim status") && header.has("video transcription text")) || hasInventedIds(header, rows),
    sentence: "This is invented training data of a course, not an export of an account.",
  },
];

const LIVE_NAMES = new Set(
  "ギフト|ダイヤモンド|最高同時視聴者数|live時間|live duration|live views|peak concurrent viewers|diamonds".split(
    "|",
  ),
);

function some(header: HeaderView, ...names: string[]): boolean {
  return names.some((name) => header.has(name));
}

/** Hosts of the links of a file whose every link belongs elsewhere; empty as soon as one is TikTok's. */
export function linksOf(header: HeaderView, rows: readonly (readonly string[])[]): string[] {
  const columns = header.names.flatMap((name, column) => (LINK_NAMES.has(name) ? [column] : []));
  const hosts = new Set<string>();
  for (const cells of rows) {
    for (const column of columns) {
      const host = hostOf(cells[column] ?? "");
      if (host === null) continue;
      if (/(?:^|\.)tiktok(?:v|cdn)?\.com$/.test(host)) return [];
      hosts.add(host);
    }
  }
  return [...hosts].sort();
}

const LINK_NAMES = new Set(
  "permalink|post url|post link|link|url|webpage url|video link|video url|share url|webvideourl".split("|"),
);

/**
 * The host of a link in lower case; null = no link.
 * @example hostOf("https://www.Instagram.com/p/x") // "www.instagram.com"
 */
export function hostOf(text: string): string | null {
  const found = /^\s*https?:\/\/(?:[^/@\s]*@)?([^/:?#\s]{1,253})/i.exec(text);
  return found ? found[1]!.toLowerCase() : null;
}

/** Ids of ten digits, and neither a time nor an account: no id of TikTok looks like that. */
function hasInventedIds(header: HeaderView, rows: readonly (readonly string[])[]): boolean {
  const column = header.names.findIndex((name) => name === "video id" || name === "id");
  if (column < 0 || rows.length < 3) return false;
  const ids = rows.flatMap((cells) => (isMissing(cells[column]) ? [] : [cells[column]!.trim()]));
  if (ids.length < 3 || !ids.every((id) => /^\d{10}$/.test(id))) return false;
  const hasAccount = header.names.some((name) => /(?:user ?name|author|account|handle|link|url)/.test(name));
  const sample = rows.slice(0, 20);
  const hasTime = header.names.some(
    (_, other) =>
      other !== column && sample.filter((cells) => isTimeLike(cells[other] ?? "")).length > sample.length / 2,
  );
  return !hasAccount && !hasTime;
}
