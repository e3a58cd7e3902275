import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { fixedZone, instantOf, isoLocal, isoUtc, localTime, namedZone, weekdayOf } from "../src/zone.ts";

const MINUTE = 60_000;
const ZONES = [
  "UTC",
  "Europe/Paris",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Africa/Casablanca",
  "America/Sao_Paulo",
];

/** Local time as Intl tells it, in ms as if it were UTC. */
function intlLocal(name: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const get = (type: string) => part.get(type as "day")!;
    return Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"), get("second"));
  };
}

describe("namedZone", () => {
  it.each(ZONES)("agrees with Intl to the second: %s", (name) => {
    const zone = namedZone(name);
    const local = intlLocal(name);
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2014, 0, 1) / 1000, max: Date.UTC(2032, 0, 1) / 1000 }),
        (second) => {
          expect(second * 1000 + zone.offsetMinutes(second * 1000) * MINUTE).toBe(local(second * 1000));
        },
      ),
    );
  });

  it.each([
    ["Europe/Paris", Date.UTC(2026, 2, 29, 1)],
    ["Europe/Paris", Date.UTC(2026, 9, 25, 1)],
    ["Australia/Lord_Howe", Date.UTC(2026, 3, 4, 15)],
    ["Australia/Lord_Howe", Date.UTC(2026, 9, 3, 15, 30)],
    ["America/St_Johns", Date.UTC(2026, 2, 8, 5, 30)],
  ])("changes at the very minute: %s", (name, at) => {
    const zone = namedZone(name);
    const local = intlLocal(name);
    for (const moment of [at - MINUTE, at - 1000, at, at + MINUTE]) {
      expect(moment + zone.offsetMinutes(moment) * MINUTE).toBe(local(moment));
    }
    expect(zone.offsetMinutes(at)).not.toBe(zone.offsetMinutes(at - 1000));
  });

  it("moves by half an hour on Lord Howe", () => {
    const zone = namedZone("Australia/Lord_Howe");
    expect([zone.offsetMinutes(Date.UTC(2026, 0, 1)), zone.offsetMinutes(Date.UTC(2026, 6, 1))]).toEqual([
      660, 630,
    ]);
  });

  it("keeps the name as given, in the case of the database", () => {
    expect(namedZone("europe/paris").name).toBe("Europe/Paris");
    expect(namedZone("Asia/Kolkata").name).toBe("Asia/Kolkata");
    expect(namedZone("utc").name).toBe("UTC");
  });

  it.each([
    ["UTC+05:30", 330, "UTC+05:30"],
    ["UTC-6", -360, "UTC-06:00"],
    ["GMT+1400", 840, "UTC+14:00"],
    ["UTC+00:00", 0, "UTC"],
  ])("reads the offset %s", (name, minutes, shown) => {
    const zone = namedZone(name);
    expect([zone.offsetMinutes(0), zone.name]).toEqual([minutes, shown]);
  });

  it.each(["Mars/Olympus", "", "UTC+25", "Europe/Pariss"])("refuses %j", (name) => {
    expect(() => namedZone(name)).toThrow(RangeError);
  });

  it("asks Intl once per eight days and at changes of the clock, however many rows there are", () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, "formatToParts");
    const zone = namedZone("Europe/Paris");
    const start = Date.UTC(2024, 0, 1);
    for (let row = 0; row < 8784; row++) localTime(zone, start + row * 3_600_000);
    const calls = asked.mock.calls.length;
    asked.mockRestore();
    expect(calls).toBeGreaterThan(40);
    expect(calls).toBeLessThan(120);
  });
});

describe("instantOf", () => {
  it.each(ZONES)("undoes localTime but for clocks that are set back: %s", (name) => {
    const zone = namedZone(name);
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2014, 0, 1) / 60_000, max: Date.UTC(2032, 0, 1) / 60_000 }),
        (minutes) => {
          const at = minutes * MINUTE;
          const { day, hour } = localTime(zone, at);
          const back = instantOf(zone, day, Math.round(hour * 60));
          const again = localTime(zone, back);
          expect([again.day, again.hour]).toEqual([day, hour]);
          expect(back).toBeLessThanOrEqual(at);
        },
      ),
    );
  });

  const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / 86_400_000;

  it("moves a time that daylight saving skips to the first minute that exists", () => {
    const paris = namedZone("Europe/Paris");
    expect(isoUtc(instantOf(paris, day(2026, 3, 29), 2 * 60 + 30))).toBe("2026-03-29T01:00:00Z");
    const lordHowe = namedZone("Australia/Lord_Howe");
    expect(isoLocal(lordHowe, instantOf(lordHowe, day(2026, 10, 4), 2 * 60 + 10))).toBe(
      "2026-10-04T02:30:00+11:00",
    );
  });

  it("takes the first of two equal times", () => {
    const paris = namedZone("Europe/Paris");
    expect(isoUtc(instantOf(paris, day(2026, 10, 25), 2 * 60 + 30))).toBe("2026-10-25T00:30:00Z");
    const lordHowe = namedZone("Australia/Lord_Howe");
    expect(isoUtc(instantOf(lordHowe, day(2026, 4, 5), 60 + 45))).toBe("2026-04-04T14:45:00Z");
  });
});

describe("fixedZone", () => {
  it("names itself after its offset", () => {
    expect([fixedZone(0).name, fixedZone(-360).name, fixedZone(345).name]).toEqual([
      "UTC",
      "UTC-06:00",
      "UTC+05:45",
    ]);
  });

  it("writes local time with its offset", () => {
    expect(isoLocal(fixedZone(-210), Date.UTC(2026, 0, 1, 2))).toBe("2025-12-31T22:30:00-03:30");
  });
});

describe("weekdayOf", () => {
  it("knows the weekday of days before 1970 too", () => {
    expect([weekdayOf(0), weekdayOf(-1), weekdayOf(-4)]).toEqual([3, 2, 6]);
  });
});
