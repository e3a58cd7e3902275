import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, monthDayOf } from "../../src/read/calendar.ts";
import { DATE, dateCell, PRECISION, scanDate, unpackOrder } from "../../src/read/dates.ts";
import { firstDayFrom, lastDayTo } from "../../src/read/years.ts";

const KINDS = Object.fromEntries(Object.entries(DATE).map(([name, kind]) => [kind, name]));

function read(cell: string): [string, string | number, number] {
  const out = dateCell();
  const kind = scanDate(cell, out);
  if (kind === DATE.instant || kind === DATE.clock) return [KINDS[kind]!, iso(out.value), out.precision];
  if (kind === DATE.day) return ["day", iso(out.value * 86_400_000).slice(0, 10), out.precision];
  return [KINDS[kind]!, out.value, out.precision];
}

const iso = (at: number) => new Date(at).toISOString().replace(/\.000Z$/, "Z");
const two = (value: number) => String(value).padStart(2, "0");
const parts = (at: number) => {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
};
const instants = fc.integer({ min: Date.UTC(2014, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 });

const clocks: [string, "instant" | "clock", (at: number) => string][] = [
  ["epoch seconds", "instant", (at) => String(at / 1000)],
  ["epoch milliseconds", "instant", (at) => String(at)],
  ["epoch with fraction", "instant", (at) => `${at / 1000}.0000`],
  ["ISO with Z", "instant", (at) => iso(at)],
  ["ISO with milliseconds", "instant", (at) => new Date(at).toISOString()],
  ["ISO with offset", "instant", (at) => `${iso(at + 19_800_000).slice(0, 19)}+05:30`],
  ["ISO with short offset", "instant", (at) => `${iso(at - 25_200_000).slice(0, 19)}-0700`],
  [
    "space and offset",
    "instant",
    (at) =>
      `${iso(at - 25_200_000)
        .slice(0, 19)
        .replace("T", " ")}-07:00`,
  ],
  ["space and UTC", "instant", (at) => `${iso(at).slice(0, 19).replace("T", " ")} UTC`],
  ["dashes and space", "clock", (at) => iso(at).slice(0, 19).replace("T", " ")],
  ["dashes and T", "clock", (at) => iso(at).slice(0, 19)],
  ["slashes", "clock", (at) => iso(at).slice(0, 19).replace("T", " ").replaceAll("-", "/")],
  [
    "day first with dots",
    "clock",
    (at) => `${two(parts(at).day)}.${two(parts(at).month)}.${parts(at).year} ${iso(at).slice(11, 19)}`,
  ],
  ["English words", "clock", (at) => english(at, false)],
  ["English words, 24 hours", "clock", (at) => english(at, true)],
  [
    "full-width digits",
    "clock",
    (at) =>
      iso(at)
        .slice(0, 19)
        .replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ],
];

function english(at: number, is24: boolean): string {
  return new Intl.DateTimeFormat("en-US", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "UTC",
    hourCycle: is24 ? "h23" : "h12",
  }).format(at);
}

describe("scanDate", () => {
  it.each(clocks)("reads back a clock time: %s", (_name, kind, print) => {
    fc.assert(
      fc.property(instants, (second) => {
        expect(read(print(second * 1000))).toEqual([kind, iso(second * 1000), PRECISION.second]);
      }),
    );
  });

  it("reads back M/D/YYYY, h:mm:ss AM and D/M/YYYY once the order is known", () => {
    fc.assert(
      fc.property(instants, fc.boolean(), (second, dayFirst) => {
        const { year, month, day, hour, minute, second: s } = parts(second * 1000);
        const clock = `${hour % 12 || 12}:${two(minute)}:${two(s)} ${hour < 12 ? "AM" : "PM"}`;
        const cell = `${dayFirst ? `${day}/${month}` : `${month}/${day}`}/${year}, ${clock}`;
        const out = dateCell();
        expect(scanDate(cell, out)).toBe(DATE.orderClock);
        expect(unpackOrder(out.value, dayFirst)).toBe(second * 1000);
        expect(out.halfDay).toBe(true);
      }),
    );
  });

  const LOCALES =
    "en de fr es pt it nl sv nb da fi pl cs sk hu ro bg ru uk el tr ar he hi bn th id ms vi ja ko zh zh-TW fil km my sr sl lt lv et ca".split(
      " ",
    );
  it.each(LOCALES)("reads every day without year as %s writes it", (locale) => {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
        day: "numeric",
        month,
        timeZone: "UTC",
      });
      for (let day = dayNumber(2024, 1, 1)!; day <= dayNumber(2024, 12, 31)!; day++) {
        const text = format.format(day * 86_400_000);
        // Lithuanian writes short days as 08-28: numbers alone do not say which is the month.
        if (/^\d+[-/.]\s?\d+\.?$/.test(text)) continue;
        expect([text, ...read(text)]).toEqual([text, "yearless", monthDayOf(day), PRECISION.day]);
      }
    }
  });

  it.each([
    ["February 28", 228],
    ["28 May", 528],
    ["25 Μαρτίου", 325],
    ["18 января", 118],
    ["8 de setembro", 908],
    ["18 tháng Tám", 818],
    ["2 tháng Mười Hai", 1202],
    ["18 tháng Tư", 418],
    ["9月13日", 913],
    ["8 Juli", 708],
    ["February 29", 229],
    ["28.Feb", 228],
    ["05. Mrz", 305],
    ["6. Jänner", 106],
    ["28-Feb", 228],
    ["28 בפברואר", 228],
    ["٢٨ فبراير", 228],
    ["1 ožujka", 301],
  ])("reads %s without a year", (cell, monthDay) => {
    expect(read(cell)).toEqual(["yearless", monthDay, PRECISION.day]);
  });

  it.each([
    "2026-02-30",
    "2026-02-29",
    "2026-13-01",
    "2026-02-30 10:00:00",
    "2026-01-01 24:00:00",
    "2026-01-01 10:60:00",
    "20260230",
    "30 February",
    "February 30, 2024",
    "31/31/2026",
    "2月30日",
    "hello",
    "12",
    "May",
    "3 PM",
    "yesterday",
    "1.5",
  ])("refuses %s: calendars are strict", (cell) => {
    expect(read(cell)[0]).toBe("invalid");
  });

  it.each([
    ["20251031", "2025-10-31"],
    ["2025-10-31", "2025-10-31"],
    ["2025/10/31", "2025-10-31"],
    ["2025. 3. 5.", "2025-03-05"],
    ["5.3.2025", "2025-03-05"],
    ["5.3.25", "2025-03-05"],
    ["Mar 5, 2025", "2025-03-05"],
    ["5 de março de 2025", "2025-03-05"],
    ["2025年3月5日", "2025-03-05"],
    ["2025년 3월 5일", "2025-03-05"],
    ["18 tháng 8, 2025", "2025-08-18"],
    ["Wed, 5 Mar 2025", "2025-03-05"],
    ["28. 2. 2026", "2026-02-28"],
  ])("reads the day %s", (cell, day) => {
    expect(read(cell)).toEqual(["day", day, PRECISION.day]);
  });

  it("takes no serial number of a spreadsheet for a date", () => {
    expect(read("45961")[0]).toBe("invalid");
  });

  it("tells minutes and hours from seconds", () => {
    expect(read("2026-03-01 20:02")).toEqual(["clock", "2026-03-01T20:02:00Z", PRECISION.minute]);
    expect(read("Mar 1, 2026 8 PM")).toEqual(["clock", "2026-03-01T20:00:00Z", PRECISION.hour]);
  });

  it("knows two-digit years and names that two languages share", () => {
    const out = dateCell();
    scanDate("5.3.25", out);
    expect(out.twoDigitYear).toBe(true);
    scanDate("28 listopada", out);
    expect([out.value, out.doubtful, out.croatian]).toEqual([1128, true, false]);
    scanDate("1 ožujka", out);
    expect(out.croatian).toBe(true);
  });

  it("never reads an instant from a text that is too long", () => {
    expect(read(`2026-03-01 10:00:00${" ".repeat(60)}x`)[0]).toBe("invalid");
  });
});

describe("years", () => {
  it("walks to the leap year for 29 February", () => {
    expect(firstDayFrom(229, dayNumber(2025, 1, 1)!)).toBe(dayNumber(2028, 2, 29));
    expect(lastDayTo(229, dayNumber(2027, 1, 1)!)).toBe(dayNumber(2024, 2, 29));
  });

  it("finds the first day that is not before, and the last that is not after", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16_000, max: 24_000 }),
        fc.integer({ min: 0, max: 364 }),
        (day, ahead) => {
          const monthDay = monthDayOf(day + ahead);
          if (monthDay === 229) return;
          expect(firstDayFrom(monthDay, day)).toBe(day + ahead);
          expect(
            lastDayTo(monthDayOf(day - ahead) === 229 ? monthDayOf(day) : monthDayOf(day - ahead), day),
          ).toBe(monthDayOf(day - ahead) === 229 ? day : day - ahead);
        },
      ),
    );
  });

  it("names month and day of any day as Date does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(monthDayOf(day)).toBe((date.getUTCMonth() + 1) * 100 + date.getUTCDate());
      }),
    );
  });
});
