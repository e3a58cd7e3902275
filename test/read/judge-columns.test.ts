import { describe, expect, it } from "vitest";
import { bytesOf, readTable, readTables } from "../support/read-tables.ts";

const rows = Array.from({ length: 12 }, (_, index) => ({
  id: `75919310802919751${10 + index}`,
  time: String(1767634200 + index * 86400),
  views: String(1000 + index * 17),
  likes: String(40 + index),
}));
const file = (header: string, line: (row: (typeof rows)[number], index: number) => string) =>
  `${header}\n${rows.map(line).join("\n")}\n`;

describe("values judge headers", () => {
  it("leaves out one column that holds something else, and finds the field where one column is left", async () => {
    const text = file(
      "id,create_time,views,likes,x",
      ({ id, time, views, likes }) => `${id},${time},none of them,${likes},${views}`,
    );
    const read = await readTable(text);
    expect(read.column("views")).toEqual(rows.map(({ views }) => views));
    expect(read.codes).toEqual(["COLUMN_GUESSED", "COLUMN_VALUES_MISMATCH"]);
    expect(read.warnings.map(({ at }) => at[0]!.column)).toEqual(["x", "views"]);
  });
  it("refuses a header with views and likes exchanged", async () => {
    const text = file(
      "id,create_time,views,likes",
      ({ id, time, views, likes }) => `${id},${time},${likes},${views}`,
    );
    await expect(readTables([bytesOf(text)])).rejects.toMatchObject({
      code: "COLUMN_VALUES_MISMATCH",
      hint: expect.stringContaining("--map likes=views --map views=likes"),
    });
  });
  it("keeps columns with a few odd cells", async () => {
    const text = file(
      "id,create_time,views,likes",
      ({ id, time, views }, index) => `${id},${time},${index < 3 ? "many" : views},${index < 3 ? 99999 : 5}`,
    );
    const read = await readTable(text);
    expect(read.codes).toEqual([]);
    expect(read.column("views").slice(0, 4)).toEqual(["many", "many", "many", "1051"]);
  });
  it("does not doubt what --map says", async () => {
    const text = file("id,create_time,views,likes", ({ id, time, views }) => `${id},${time},${views},lots`);
    const read = await readTable(text, { map: [{ field: "likes", header: "likes" }] });
    expect(read.codes).toEqual([]);
    expect(read.column("likes")[0]).toBe("lots");
  });
  it("warns of two columns for one count only where they differ", async () => {
    const same = file(
      "id,create_time,views,plays",
      ({ id, time, views }) => `${id},${time},${views},${views}`,
    );
    const other = file(
      "id,create_time,views,plays",
      ({ id, time, views }) => `${id},${time},${views},${views}0`,
    );
    expect((await readTable(same)).codes).toEqual([]);
    const read = await readTable(other);
    expect(read.codes).toEqual(["COLUMN_DUPLICATE"]);
    expect(read.column("views")[0]).toBe("10000");
    expect(read.warnings[0]!.message).toContain("the plays was used");
    const chosen = await readTable(other, { map: [{ field: "views", header: "views" }] });
    expect([chosen.codes, chosen.column("views")[0]]).toEqual([[], "1000"]);
  });
  it("knows ids marked as text, durations with a unit and links without scheme", async () => {
    const text = file(
      "id,url,create_time,views,duration",
      ({ id, time, views }, index) =>
        `'${id},tiktok.com/@mia.k/video/${id},${time},${views},${index % 2 ? "15s" : "0:15.500"}`,
    );
    const read = await readTable(text);
    expect(read.codes).toEqual([]);
    expect(read.kinds).toEqual({ row: 12 });
    expect([read.column("id")[0], read.column("durationSeconds")[1]]).toEqual([`'${rows[0]!.id}`, "15s"]);
  });
  it("refuses words that fit two headers equally well", async () => {
    const text = file(
      "id,create_time,views seven,views thirty",
      ({ id, time, views }) => `${id},${time},${views},${views}9`,
    );
    await expect(readTables([bytesOf(text)])).rejects.toMatchObject({ code: "COLUMN_AMBIGUOUS" });
  });
  it("refuses a file whose every link belongs elsewhere, ids or not", async () => {
    const text = file(
      "id,link,create_time,views",
      ({ id, time, views }) => `${id},https://example.org/${id},${time},${views}`,
    );
    await expect(readTables([bytesOf(text)])).rejects.toMatchObject({ code: "REFUSED_OTHER_PLATFORM" });
  });
});
