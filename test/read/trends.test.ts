import { describe, expect, it } from "vitest";
import { parseTrends, readTrends } from "../../src/read/trends.ts";

const parse = (text: string) => parseTrends(new TextEncoder().encode(text), "trends.csv");

describe("parseTrends", () => {
  it("reads sounds and hashtags with their days", () => {
    const text =
      "kind,key,name,from,to\nsound,7300000000000000001,Espresso,2026-01-05,2026-02-01\nHashtag,BookTok,,2026-01-01,\n";
    expect(parse(text)).toEqual([
      { kind: "sound", key: "7300000000000000001", name: "Espresso", from: "2026-01-05", to: "2026-02-01" },
      { kind: "hashtag", key: "#booktok", name: "BookTok", from: "2026-01-01", to: null },
    ]);
  });

  it("does not mind the order of columns, a byte-order mark, semicolons or blank lines", () => {
    expect(parse("\ufefffrom;key;kind\r\n\r\n2026-01-01;#a;hashtag\r\n")).toEqual([
      { kind: "hashtag", key: "#a", name: "#a", from: "2026-01-01", to: null },
    ]);
  });

  it("takes the name where there is no key", () => {
    expect(parse("kind,key,name,from,to\nsound,,Espresso,2026-01-05,\nhashtag,,#Rye,2026-01-05,\n")).toEqual([
      { kind: "sound", key: "Espresso", name: "Espresso", from: "2026-01-05", to: null },
      { kind: "hashtag", key: "#rye", name: "#Rye", from: "2026-01-05", to: null },
    ]);
  });

  it.each([
    ["", "empty"],
    ["kind,key,name\n", "no column from"],
    ["kind,key,name,from,to\nmusic,1,,2026-01-01,\n", "Line 2: kind"],
    ["kind,key,name,from,to\nsound,,,2026-01-01,\n", "Line 2: key and name"],
    ["kind,key,name,from,to\nsound,1,,2026-02-30,\n", "Line 2: from"],
    ["kind,key,name,from,to\nsound,1,,2026-01-01,soon\n", "Line 2: to"],
    ["kind,key,name,from,to\nsound,1,,2026-01-02,2026-01-01\n", "Line 2: ends before"],
  ])("refuses %j by name", (text, sentence) => {
    expect(() => parse(text)).toThrow(sentence);
  });

  it("names a file that is not there", async () => {
    await expect(readTrends("no-such-file.csv")).rejects.toMatchObject({ code: "INPUT_NOT_FOUND" });
  });
});
