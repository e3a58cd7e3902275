import { type ItemCells, type ItemFormat, type JsonObject, numberText, objectAt, textAt } from "./format.ts";

/** Items of TikTok's web interface ("itemStruct"), one per element or line. */
export const webapi: ItemFormat = {
  id: "webapi",
  kind: "items",
  claims(wrapped) {
    const item = unwrap(wrapped);
    return "id" in item && (objectAt(item, "stats") !== null || objectAt(item, "statsV2") !== null);
  },
  paths: [
    ["id", "id"],
    ["account", "author.uniqueId"],
    ["title", "desc"],
    ["postedAt", "createTime"],
    ["snapshot", "collectTime"],
    ["views", "stats.playCount"],
    ["likes", "stats.diggCount"],
    ["comments", "stats.commentCount"],
    ["shares", "stats.shareCount"],
    ["saves", "stats.collectCount"],
    ["durationSeconds", "video.duration"],
    ["soundId", "music.id"],
    ["sound", "music.title"],
    ["soundAuthor", "music.authorName"],
    ["soundOriginal", "music.original"],
    ["hashtags", "challenges[].title"],
    ["promoted", "isAd"],
    ["privacy", "privateItem"],
    ["photo", "imagePost"],
  ],
  read(wrapped): ItemCells | null {
    const item = unwrap(wrapped);
    const id = textAt(item, "id");
    const stats = objectAt(item, "stats");
    const exact = objectAt(item, "statsV2");
    if (id === null || (stats === null && exact === null)) return null;
    const count = (name: string) =>
      (stats && numberText(stats[name])) ?? (exact && numberText(exact[name])) ?? null;
    const music = objectAt(item, "music") ?? {};
    return {
      id,
      account: textAt(objectAt(item, "author") ?? {}, "uniqueId") ?? textAt(item, "author"),
      title: textAt(item, "desc"),
      postedAt: textAt(item, "createTime"),
      snapshot: textAt(item, "collectTime"),
      views: count("playCount"),
      likes: count("diggCount"),
      comments: count("commentCount"),
      shares: count("shareCount"),
      saves: count("collectCount"),
      durationSeconds: textAt(objectAt(item, "video") ?? {}, "duration"),
      soundId: textAt(music, "id"),
      sound: textAt(music, "title"),
      soundAuthor: textAt(music, "authorName"),
      soundOriginal: textAt(music, "original"),
      hashtags: hashtagsOf(item),
      promoted: textAt(item, "isAd"),
      privacy: textAt(item, "privateItem"),
      photo: "imagePost" in item ? String(Boolean(item["imagePost"])) : null,
    };
  },
};

/** The item itself, where it comes inside another object. */
function unwrap(item: JsonObject): JsonObject {
  const info = objectAt(item, "itemInfo");
  return (
    (info && objectAt(info, "itemStruct")) ?? objectAt(item, "itemStruct") ?? objectAt(item, "item") ?? item
  );
}

/** Linked hashtags as a JSON list; null where the item does not say. */
function hashtagsOf(item: JsonObject): string | null {
  const challenges = item["challenges"];
  if (Array.isArray(challenges)) return listOf(challenges, "title");
  const extra = item["textExtra"];
  return Array.isArray(extra) ? listOf(extra, "hashtagName") : null;
}

function listOf(items: readonly unknown[], key: string): string {
  const names = items.flatMap((entry) => {
    const name = entry !== null && typeof entry === "object" ? textAt(entry as JsonObject, key) : null;
    return name === null || name === "" ? [] : [name];
  });
  return JSON.stringify(names);
}
