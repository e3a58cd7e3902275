/** An input in memory for `readExports`: a CSV with every cell quoted. */
export function csvExport(
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): { name: string; data: Uint8Array } {
  const quoted = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return { name, data: new TextEncoder().encode([header, ...rows].map(quoted).join("\n")) };
}

/** Header of the Content export of TikTok Studio. */
export const STUDIO_HEADER = [
  "Time",
  "Video title",
  "Video link",
  "Post time",
  "Total likes",
  "Total comments",
  "Total shares",
  "Total views",
];

/** A video id made in a second (UTC), with a sequence number. */
export function idAt(second: number, sequence = 1): string {
  return ((BigInt(second) << 32n) | BigInt(sequence)).toString();
}

/** A link to a video. */
export function linkOf(account: string, id: string): string {
  return `https://www.tiktok.com/@${account}/video/${id}`;
}
