import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plan } from "../../src/report/plan.ts";
import { planSchema } from "../../src/report/schema.ts";
import type { PlanDocument, Report } from "../../src/types.ts";
import { namedZone } from "../../src/zone.ts";
import { sampleEffect } from "../support/sample-effect.ts";
import { richReport } from "../support/sample-report.ts";

const WEEK = 7 * 86_400_000;
const bare = (over: Partial<Report> = {}): Report => ({ ...richReport(), experiments: [], ...over });
const at = (asOf: string, perWeek: number, report: Report = bare()): Report => ({
  ...report,
  settings: { ...report.settings, asOf, perWeek },
});

function perPeriod(document: PlanDocument): number[] {
  const start = Date.parse(document.settings.asOf!);
  const counts: number[] = [];
  for (const { startsAt } of document.slots) {
    const period = Math.floor((Date.parse(startsAt) - start) / WEEK);
    counts[period] = (counts[period] ?? 0) + 1;
  }
  return counts;
}

/** What a clock in the zone shows, asked of Intl and not of src/zone.ts. */
function clock(zone: string, at: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(Date.parse(at));
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

describe("slots", () => {
  test("follow the schema, with the report's settings and those of the plan", () => {
    const document = plan(richReport(), namedZone("UTC+01:00"), { weeks: 2, not: ["sun"] });
    expect(planSchema.parse(document)).toEqual(document);
    expect(Object.keys(document)).toEqual([
      "schemaVersion",
      "tool",
      "meta",
      "settings",
      "slots",
      "reminders",
      "account",
    ]);
    expect(document.settings).toMatchObject({ goal: "likes", weeks: 2, not: ["sun"], perWeek: 4 });
  });

  test.each(["Europe/Paris", "America/New_York", "Australia/Lord_Howe"])(
    "exactly perWeek different slots a period, at the right local time across daylight saving in %s",
    (name) => {
      const zone = namedZone(name);
      for (const asOf of [
        "2026-03-20T22:30:00Z",
        "2026-03-28T01:10:00Z",
        "2026-10-20T12:00:00Z",
        "2026-10-02T15:00:00Z",
      ]) {
        const document = plan(at(asOf, 4), zone, { weeks: 4, not: [] });
        expect(perPeriod(document)).toEqual([4, 4, 4, 4]);
        expect(new Set(document.slots.map((slot) => slot.startsAt)).size).toBe(16);
        for (const slot of document.slots) {
          expect(clock(name, slot.startsAt)).toBe(
            `${DAYS[slot.weekday - 1]} ${String(slot.hour).padStart(2, "0")}:00`,
          );
          expect(Date.parse(slot.local)).toBe(Date.parse(slot.startsAt));
          expect(slot.local.slice(11, 13)).toBe(String(slot.hour).padStart(2, "0"));
        }
      }
    },
  );

  test("any number of posts, rules and start fits into its periods, in order of time", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
        fc.constantFrom("UTC", "Europe/Paris", "America/St_Johns", "Australia/Lord_Howe"),
        (perWeek, weeks, start, zone) => {
          const report = at(`${new Date(start).toISOString().slice(0, 19)}Z`, perWeek, richReport());
          const document = plan(report, namedZone(zone), { weeks, not: ["sun", "0-6"] });
          expect(perPeriod(document)).toEqual(Array(weeks).fill(perWeek));
          const times = document.slots.map((slot) => Date.parse(slot.startsAt));
          expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
          for (const slot of document.slots) {
            expect(slot.weekday).not.toBe(7);
            expect(slot.hour).toBeGreaterThan(6);
            expect(slot.why.length).toBeGreaterThan(10);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("without --per-week: the own median of the weeks with posts, at least one", () => {
    // 45 whole weeks and 4.8 days up to as-of: the 46th week is not over and does not count
    const planned = (counts: number[], consistency = richReport().consistency) => {
      const start = Date.UTC(2026, 0, 3);
      const report = at("2026-11-18T19:30:00Z", 4);
      report.settings.perWeek = null;
      report.consistency = consistency;
      const weeks = counts.map((posts, i) => ({
        startsOn: new Date(start + i * WEEK).toISOString().slice(0, 10),
        posts,
        median: null,
        bigHits: 0,
      }));
      report.data = { ...report.data, weeks };
      return plan(report, namedZone("UTC"), { weeks: 1, not: [] }).slots.length;
    };
    expect(planned([3, 0, 4, 0, 6])).toBe(4);
    expect(planned([2, 3])).toBe(3);
    expect(planned([])).toBe(1);
    const year = [...Array(45).fill(0), 40].map((posts, i) => (i === 10 ? 2 : posts));
    expect(planned(year)).toBe(2);
    expect(planned(year, null)).toBe(21);
  });

  test("supported windows come before habit, habit before the rest", () => {
    const report = at("2026-11-18T19:30:00Z", 3);
    const [best] = report.windows.best;
    report.windows = {
      ...report.windows,
      best: [
        {
          ...best!,
          ...sampleEffect("likes", 41, 0.3, 0.1, "supported"),
          weekdays: [5],
          startHour: 7,
          endHour: 10,
        },
      ],
    };
    const { slots } = plan(report, namedZone("UTC"), { weeks: 1, not: [] });
    const friday = slots.find(({ weekday }) => weekday === 5)!;
    expect(friday.hour).toBeGreaterThanOrEqual(7);
    expect(friday.hour).toBeLessThan(10);
    expect(friday.why).toContain("+35 %");
    const others = slots.filter((slot) => slot !== friday).map(({ weekday, hour }) => `${weekday}-${hour}`);
    expect(others.sort()).toEqual(["2-18", "4-18"]);
    expect(slots.find(({ weekday }) => weekday === 4)!.why).toContain("31 %");
  });

  test.each([56, 57, 168, 172, 400])("%d posts a week still have different slots", (perWeek) => {
    const report = at("2026-03-26T19:30:00Z", perWeek, richReport());
    const document = plan(report, namedZone("Europe/Paris"), {
      weeks: 2,
      not: ["sun"].slice(0, perWeek > 140 ? 0 : 1),
    });
    expect(perPeriod(document)).toEqual([perWeek, perWeek]);
    expect(new Set(document.slots.map(({ startsAt }) => startsAt)).size).toBe(2 * perWeek);
    for (const { local, hour } of document.slots) expect(Number(local.slice(11, 13))).toBe(hour);
  });

  test("slots keep three hours apart, also from one period to the next", () => {
    const report = at("2025-12-31T17:32:00Z", 7);
    report.windows = {
      ...report.windows,
      habit: [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
        [17, 18].map((hour) => ({ weekday, hour, share: 1 / 12 })),
      ),
    };
    const { slots } = plan(report, namedZone("UTC"), { weeks: 3, not: ["sun"] });
    const times = slots.map(({ startsAt }) => Date.parse(startsAt));
    const gaps = times.slice(1).map((time, i) => (time - times[i]!) / 3_600_000);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3);
  });

  test("a habit that costs is not planned", () => {
    const report = at("2026-11-18T19:30:00Z", 1);
    const hit = (weekday: number, hour: number) => weekday === 4 && hour === 18;
    expect(plan(report, namedZone("UTC"), { weeks: 1, not: [] }).slots[0]).toMatchObject({
      weekday: 4,
      hour: 18,
    });
    report.windows = {
      ...report.windows,
      grid: report.windows.grid.map((cell) =>
        hit(cell.weekday, cell.hour) ? { ...cell, verdict: "opposed" as const } : cell,
      ),
    };
    expect(plan(report, namedZone("UTC"), { weeks: 1, not: [] }).slots[0]).toMatchObject({
      weekday: 2,
      hour: 18,
    });
  });

  test("rules that leave too little are a usage error, as are rules that are none", () => {
    const report = at("2026-11-18T19:30:00Z", 3);
    const run = (not: string[]) => () => plan(report, namedZone("UTC"), { weeks: 1, not });
    expect(run(["mon-sun"])).toThrow(expect.objectContaining({ code: "USAGE", place: "--not" }));
    expect(run(["someday"])).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(run(["25"])).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(run(["1-2-3"])).toThrow(expect.objectContaining({ code: "USAGE" }));
  });

  test("rules name days, ranges of days, hours and ranges over midnight", () => {
    const report = at("2026-11-18T19:30:00Z", 30);
    const { slots } = plan(report, namedZone("UTC"), { weeks: 1, not: ["Saturday-mon", "22-5", "13"] });
    for (const { weekday, hour } of slots) {
      expect([2, 3, 4, 5]).toContain(weekday);
      expect(hour >= 6 && hour < 22 && hour !== 13).toBe(true);
    }
  });

  test("no date at all: no slots", () => {
    const report = bare();
    report.settings = { ...report.settings, asOf: null };
    expect(plan(report, namedZone("UTC"), { weeks: 2, not: [] }).slots).toEqual([]);
  });

  test("the same report gives the same plan", () => {
    const make = () => plan(richReport(), namedZone("Europe/Paris"), { weeks: 3, not: ["mon"] });
    expect(JSON.stringify(make())).toBe(JSON.stringify(make()));
  });
});

describe("experiments", () => {
  const counts = (document: PlanDocument, id: string) => {
    const arms = new Map<string, number>();
    for (const { experiment, arm } of document.slots) {
      if (experiment === id) arms.set(arm!, (arms.get(arm!) ?? 0) + 1);
    }
    return [...arms.values()];
  };
  const caption = richReport().experiments[0]!;

  test.each([1, 2, 3, 5, 7])("arms are balanced inside every week with %d posts a week", (perWeek) => {
    const report = at("2026-11-18T19:30:00Z", perWeek, {
      ...richReport(),
      experiments: [{ ...caption, postsPerArm: 40 }],
    });
    const document = plan(report, namedZone("UTC"), { weeks: 4, not: [] });
    const [a, b] = counts(document, caption.id);
    expect(a).toBe(b);
    expect(a! + b!).toBe(4 * perWeek - ((4 * perWeek) % 2));
    for (let week = 0; week < 4; week++) {
      const slots = document.slots
        .slice(week * perWeek, (week + 1) * perWeek)
        .filter(({ kind }) => kind === "test");
      const first = slots.filter(({ arm }) => arm === caption.arms[0]!.label).length;
      expect(Math.abs(2 * first - slots.length)).toBeLessThanOrEqual(1);
    }
  });

  test("one experiment ends when it has its posts; the next follows; the rest is plain use", () => {
    const second = { ...caption, id: "experiments/hashtags/#a", question: "Does #a help?", postsPerArm: 2 };
    const report = at("2026-11-18T19:30:00Z", 5, {
      ...richReport(),
      experiments: [{ ...caption, postsPerArm: 3 }, second],
    });
    const document = plan(report, namedZone("UTC"), { weeks: 3, not: [] });
    expect(counts(document, caption.id)).toEqual([3, 3]);
    expect(counts(document, second.id)).toEqual([2, 2]);
    expect(document.slots.filter(({ kind }) => kind === "use")).toHaveLength(5);
    for (const slot of document.slots) {
      expect(slot.kind === "use").toBe(slot.experiment === null);
      expect(slot.arm === null).toBe(slot.experiment === null);
    }
  });

  test.each([1, 2, 4, 5, 9])(
    "a test of a window puts half of its slots into it, with %d posts a week",
    (perWeek) => {
      const window = richReport().windows.best[0]!;
      const timed = {
        ...caption,
        id: `experiments/${window.id}`,
        window: { weekdays: window.weekdays, startHour: window.startHour, endHour: window.endHour },
        arms: [
          { label: "in the window", posts: 40 },
          { label: "as usual", posts: 40 },
        ],
        postsPerArm: 40,
      };
      const report = at("2026-11-18T19:30:00Z", perWeek, { ...richReport(), experiments: [timed] });
      const document = plan(report, namedZone("UTC+01:00"), { weeks: 4, not: ["mon"] });
      expect(perPeriod(document)).toEqual([perWeek, perWeek, perWeek, perWeek]);
      const [a, b] = counts(document, timed.id);
      expect(a).toBe(b);
      // Monday is forbidden: the window keeps Tuesday and Thursday, so at most two posts a week can lie in it
      expect(a).toBe(Math.min(2 * perWeek, 8));
      for (const { arm, weekday, hour, experiment } of document.slots) {
        const inside = [1, 2, 4].includes(weekday) && hour >= 18 && hour < 21;
        if (experiment) expect(inside).toBe(arm === "in the window");
      }
    },
  );

  test("reminders carry what to do, stop and keep up", () => {
    const document = plan(richReport(), namedZone("UTC"), { weeks: 1, not: [] });
    expect(document.reminders.map(({ recommendation }) => recommendation)).toEqual([
      "do/hashtags/#wheelthrowing",
      "do/duration/30",
      "do/features/call-to-action:like",
      "stop/hashtags/#glaze",
      "habit/consistency",
    ]);
    expect(document.reminders[0]!.text).toContain("#WheelThrowing");
  });
});
