import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeChunks, surveyBytes, withoutControls } from "../../src/read/decode.ts";
import { readTable } from "../support/read-tables.ts";

async function* chunked(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function survey(bytes: Buffer, size = 3) {
  const surveyor = surveyBytes();
  for (let at = 0; at < bytes.length; at += size) surveyor.add(bytes.subarray(at, at + size));
  return surveyor.result();
}

async function decode(bytes: Buffer, size = 3): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of decodeChunks(chunked(bytes, size), survey(bytes, size))) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

const TEXT = "id,título\n1,Käse 🍞 ½ 日本\n";
const utf16 = (text: string, bigEndian: boolean, bom: boolean) => {
  const bytes = Buffer.from((bom ? "\ufeff" : "") + text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

describe("decoding", () => {
  it("reads UTF-8 with and without byte-order mark", async () => {
    expect(await decode(Buffer.from(TEXT))).toBe(TEXT);
    expect(await decode(Buffer.from(`\ufeff${TEXT}`))).toBe(TEXT);
  });
  for (const size of [1, 3, 5, 1000]) {
    it(`takes out the marks of files put together, in chunks of ${size} bytes`, async () => {
      const whole = `\ufeff${TEXT}`;
      expect(await decode(Buffer.from(`\ufeff${whole}`), size)).toBe(TEXT);
      expect(await decode(Buffer.from(`${whole}${whole}`), size)).toBe(`${TEXT}${TEXT}`);
      expect(await decode(Buffer.from(`${whole.trimEnd()}${whole}\ufeff`), size)).toBe(`${TEXT}${TEXT}`);
      expect(await decode(Buffer.from("\ufeffid,título\n1,a\ufeffb\n"), size)).toBe("id,título\n1,ab\n");
    });
  }
  for (const bigEndian of [false, true]) {
    it(`reads UTF-16${bigEndian ? "BE" : "LE"} by its mark and by its pattern`, async () => {
      expect(survey(utf16(TEXT, bigEndian, true)).encoding).toBe(bigEndian ? "utf-16be" : "utf-16le");
      expect(await decode(utf16(TEXT, bigEndian, true))).toBe(TEXT);
      const plain = "id,title\n1,plain words only\n";
      expect(await decode(utf16(plain, bigEndian, false))).toBe(plain);
    });
  }
  it("falls back to windows-1252", async () => {
    const bytes = Buffer.from("K\xe4se \x80 f\xfcr\n", "latin1");
    expect(survey(bytes).encoding).toBe("windows-1252");
    expect(await decode(bytes)).toBe("Käse € für\n");
  });
  it("keeps UTF-8 with single bad bytes, and knows their line", async () => {
    const bytes = Buffer.concat([Buffer.from("é é é é é\nab"), Buffer.from([0xff]), Buffer.from("c\n")]);
    expect(survey(bytes)).toMatchObject({ encoding: "utf-8", invalidBytes: 1, invalidLine: 2 });
    expect(await decode(bytes)).toBe("é é é é é\nab\ufffdc\n");
  });
  it("takes out NUL and controls, keeps tab and line ends", async () => {
    const bytes = Buffer.from("a\0b\x07\tc\r\nd\x1b\n");
    expect(survey(bytes).controls).toBe(3);
    expect(await decode(bytes)).toBe("ab\tc\r\nd\n");
    expect(withoutControls(Buffer.from("plain")).toString()).toBe("plain");
  });
  it("notices text that was encoded twice, but not Portuguese", () => {
    const twice = (text: string) => Buffer.from(Buffer.from(text).toString("latin1"));
    expect(survey(twice("a\ncafé"), 100)).toMatchObject({ mojibake: 1, mojibakeLine: 2 });
    expect(survey(Buffer.from("NÃO É SÃO João ©"), 100).mojibake).toBe(0);
  });
  it("gives the same text for every chunk size", async () => {
    const text = fc
      .string({ unit: "binary", maxLength: 40 })
      .map((one) => one.replace(/[\0-\x1f\ufeff]/g, ""));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (one, size) => {
        expect(await decode(Buffer.from(one), size)).toBe(one);
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe("encodings of a table", () => {
  const table = "id,create_time,title,views\n7591931080291975181,1767634200,Käse,100\n";
  const cases: [string, Buffer, string[]][] = [
    ["UTF-16", utf16(table, false, true), ["ENCODING_UTF16"]],
    ["windows-1252", Buffer.from(table, "latin1"), ["ENCODING_FALLBACK"]],
    ["UTF-8", Buffer.from(table), []],
  ];
  for (const [name, bytes, codes] of cases) {
    it(name, async () => {
      const read = await readTable(bytes);
      expect(read.codes).toEqual(codes);
      expect(read.column("title")).toEqual(["Käse"]);
    });
  }
});

describe("native files put together", () => {
  const header = "Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views";
  const file = (id: string, time: string) =>
    `\ufeff${[header, `${time},hi,https://www.tiktok.com/@mia.k/video/${id},January 5,1,2,3,40`]
      .map((line) => `"${line.replaceAll(",", '","')}"`)
      .join("\n")}`;

  for (const between of ["", "\n", "\r\n"]) {
    it(`are rows and a repeated header, parted by ${JSON.stringify(between)}`, async () => {
      const text = `${file("7591931080291975181", "February 10")}${between}${file("7591931080291975182", "March 10")}`;
      const { kinds, codes, column } = await readTable(text);
      expect(kinds).toEqual({ row: 2, other: 1 });
      expect(codes).toEqual(["HEADER_REPEATED"]);
      expect(column("views")).toEqual(["40", "40"]);
    });
  }
});
