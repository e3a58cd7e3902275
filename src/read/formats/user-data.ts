import { type ItemFormat, textAt } from "./format.ts";

/**
 * "Download your data" of TikTok: all posts with their likes, without ids. The same file holds messages and logins, so
 * nothing but the list of posts and the user name is ever looked at.
 */
export const userData: ItemFormat = {
  id: "user-data",
  kind: "items",
  // Only told by the place of the list in the file: see USER_DATA_LISTS.
  claims: () => false,
  paths: [
    ["id", "Link"],
    ["title", "Title"],
    ["postedAt", "Date"],
    ["likes", "Likes"],
    ["saves", "NumberOfCollections"],
    ["sound", "Sound"],
    ["soundAuthor", "Sound"],
    ["promoted", "ContentDisclosure"],
    ["privacy", "WhoCanView"],
    ["photo", "Link"],
  ],
  read(item) {
    const title = textAt(item, "Title");
    const sound = splitSound(textAt(item, "Sound"));
    const links = textAt(item, "Link");
    return {
      // Older downloads link to the post itself, newer ones to a file that has no id.
      id: /\/(?:share\/)?(?:video|photo)\/(\d{6,20})/.exec(links ?? "")?.[1] ?? null,
      title: title === "N/A" ? null : title,
      postedAt: textAt(item, "Date"),
      likes: textAt(item, "Likes"),
      saves: textAt(item, "NumberOfCollections"),
      sound: sound.name,
      soundAuthor: sound.author,
      promoted: textAt(item, "ContentDisclosure"),
      privacy: textAt(item, "WhoCanView"),
      photo: links === null ? null : links.trim().includes("\n") ? "true" : null,
    };
  },
};

/** Where the lists of posts stand, newest layout first, and where the user name does. */
export const USER_DATA_LISTS: readonly (readonly string[])[] = [
  ["Post", "Posts", "VideoList"],
  ["Video", "Videos", "VideoList"],
];
export const USER_DATA_NAMES: readonly (readonly string[])[] = [
  ["Profile", "Profile Info", "ProfileMap", "userName"],
  ["Profile", "Profile Information", "ProfileMap", "userName"],
  ["Profile And Settings", "Profile Info", "ProfileMap", "userName"],
];

/** Sections of which a data download has some. */
export const USER_DATA_SECTIONS: ReadonlySet<string> = new Set([
  "Activity",
  "App Settings",
  "Comment",
  "Direct Message",
  "Direct Messages",
  "Income+ Wallet Transactions",
  "Likes and Favorites",
  "Post",
  "Profile",
  "Profile And Settings",
  "Tiktok Live",
  "TikTok Live",
  "TikTok Shop",
  "Tiktok Shopping",
  "Video",
  "Your Activity",
]);

/**
 * "name - author", parted at the last " - "; "N/A" and nothing are no sound.
 * @example splitSound("A - B - mia") // { name: "A - B", author: "mia" }
 */
export function splitSound(text: string | null): { name: string | null; author: string | null } {
  if (text === null || text === "" || text === "N/A") return { name: null, author: null };
  const at = text.lastIndexOf(" - ");
  return at < 0 ? { name: text, author: null } : { name: text.slice(0, at), author: text.slice(at + 3) };
}
