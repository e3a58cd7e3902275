import { describe, expect, it } from "vitest";
import { spareHeaders } from "../../src/read/spare-headers.ts";

const table = (name: string, text: string) => ({ name, data: new TextEncoder().encode(text) });

const MINE =
  "id,create time,caption,views,likes,Hook,Mood\n7310000000000000001,2026-01-05 18:00:00,Loaf,1000,50,question,calm\n";

describe("spareHeaders", () => {
  it("names the columns that no field takes, in their order", async () => {
    expect(await spareHeaders([table("mine.csv", MINE)])).toEqual(["Hook", "Mood"]);
  });

  it("names a column of several files once, and none that --map takes", async () => {
    const inputs = [table("a.csv", MINE), table("b.csv", MINE.replace("Mood", "Place"))];
    expect(await spareHeaders(inputs)).toEqual(["Hook", "Mood", "Place"]);
    expect(await spareHeaders(inputs, { map: [{ field: "title", header: "Hook" }] })).not.toContain("Hook");
  });

  it("names nothing of a file without posts", async () => {
    const days = "Date,Total Viewers,New Viewers,Returning Viewers\n2026-01-01,5,1,4\n";
    expect(await spareHeaders([table("Viewers.csv", days)])).toEqual([]);
  });
});
