import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountName, type IdCell, idSeconds, idText, scanId, scanLink } from "../../src/read/ids.ts";

function read(cell: string): [string, string | null] {
  const out: IdCell = { high: 0, low: 0 };
  const kind = scanId(cell, out);
  return [kind, kind === "id" ? idText(out.high, out.low) : null];
}

describe("scanId", () => {
  it("keeps every digit of an id", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 100_000n, max: (1n << 64n) - 1n }), (id) => {
        expect(read(String(id))).toEqual(["id", String(id)]);
        expect(read(` ="${id}" `)).toEqual(["id", String(id)]);
        const out: IdCell = { high: 0, low: 0 };
        scanId(String(id), out);
        expect(BigInt(out.high)).toBe(id >> 32n);
      }),
    );
  });

  it.each([
    ["7.21787E+18", "damaged"],
    ["7,21787E+18", "damaged"],
    ["7e18", "damaged"],
    ["7527386311413911686.0", "damaged"],
    ["", "missing"],
    ["   ", "missing"],
    ["12345", "invalid"],
    ["18446744073709551616", "invalid"],
    ["123456789012345678901", "invalid"],
    ["0752738631141391168", "invalid"],
    ["75273a6311413911686", "invalid"],
  ])("calls %j %s", (cell, kind) => {
    expect(read(cell)[0]).toBe(kind);
  });

  it("reads digits of other scripts", () => {
    expect(read("７５２７３８６３１１４１３９１１６８６")).toEqual(["id", "7527386311413911686"]);
  });
});

describe("idSeconds", () => {
  it("is the upper half of ids from 2016 on, up to the last second believed", () => {
    const seconds = (id: bigint, latest = 4_000_000_000) => idSeconds(Number(id >> 32n), latest);
    expect(seconds(7_527_386_311_413_911_686n)).toBe(1_752_606_199);
    expect(seconds(7_527_386_311_413_911_686n, 1_700_000_000)).toBe(0);
    // Musical.ly: 17 and 18 digits carry no time.
    expect(seconds(219_998_877_665_544_332n)).toBe(0);
    expect(seconds(21_999_887_766_554_433n)).toBe(0);
    expect(seconds(1_234_567_890n)).toBe(0);
  });
});

describe("scanLink", () => {
  const id = "7527386311413911686";
  it.each([
    [`https://www.tiktok.com/@Mia.Bakes/video/${id}`, "post", "mia.bakes", false],
    [`https://www.tiktok.com/@mia/photo/${id}?lang=en&x=1`, "post", "mia", true],
    [`https://www.tiktok.com/share/video/${id}/?region=US`, "post", null, false],
    [`https://www.tiktokv.com/share/video/${id}/`, "post", null, false],
    [`https://nottiktokv.com/share/video/${id}/`, "other", null, false],
    [`https://m.tiktok.com/v/${id}.html`, "post", null, false],
    [`http://tiktok.com/@mia/video/${id}#top`, "post", "mia", false],
    ["https://vm.tiktok.com/ZMabc12/", "short", null, false],
    ["https://www.tiktok.com/@mia", "other", "mia", false],
    [`https://www.instagram.com/@mia/video/${id}`, "other", null, false],
    [`https://nottiktok.com/@mia/video/${id}`, "other", null, false],
    ["undefined", "other", null, false],
  ])("reads %s", (link, kind, handle, photo) => {
    const out: IdCell = { high: 0, low: 0 };
    expect(scanLink(link, out)).toEqual({ kind, handle, photo });
    if (kind === "post") expect(idText(out.high, out.low)).toBe(id);
  });
});

describe("accountName", () => {
  it.each([
    ["Mia.Bakes", "@mia.bakes"],
    [" @@mia ", "@mia"],
    ["https://www.tiktok.com/@Mia?lang=en", "@mia"],
    ["constructor", "@constructor"],
    ["", null],
    ["N/A", null],
    ["--", null],
    ["undefined", null],
  ])("calls %j %j", (cell, name) => {
    expect(accountName(cell)).toBe(name);
  });
});
