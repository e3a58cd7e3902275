import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { plan } from "../../src/report/plan.ts";
import { ics } from "../../src/reporters/ics.ts";
import type { PlanDocument } from "../../src/types.ts";
import { namedZone } from "../../src/zone.ts";
import { richReport } from "../support/sample-report.ts";

const document = (zone = "Europe/Paris", asOf = "2026-03-26T09:00:00Z"): PlanDocument => {
  const report = richReport();
  report.settings = { ...report.settings, asOf, perWeek: 4 };
  return plan(report, namedZone(zone), { weeks: 2, not: [] });
};
const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));

describe("ics", () => {
  test.each(["Europe/Paris", "America/New_York", "Australia/Lord_Howe"])(
    "every slot is an event at its instant in UTC, across daylight saving in %s",
    (zone) => {
      for (const asOf of [
        "2026-03-05T09:00:00Z",
        "2026-03-26T09:00:00Z",
        "2026-03-31T09:00:00Z",
        "2026-10-29T09:00:00Z",
      ]) {
        const made = document(zone, asOf);
        const parsed = events(ics(made, null));
        expect(parsed.map((event) => event.startDate.toJSDate().toISOString())).toEqual(
          made.slots.map(({ startsAt }) => startsAt.replace("Z", ".000Z")),
        );
        expect(parsed.every((event) => event.startDate.zone === ICAL.Timezone.utcTimezone)).toBe(true);
      }
    },
  );

  test("importing twice changes nothing: same bytes, unique stable ids", () => {
    const text = ics(document(), null);
    expect(ics(document(), null)).toBe(text);
    const ids = events(text).map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(ids.length);
    // a plan made a day later names the slots that both hold alike
    const later = new Map(
      events(ics(document("Europe/Paris", "2026-03-27T09:00:00Z"), null)).map((e) => [
        e.startDate.toString(),
        e.uid,
      ]),
    );
    const shared = events(text).filter((event) => later.has(event.startDate.toString()));
    expect(shared.length).toBeGreaterThan(3);
    for (const event of shared) expect(later.get(event.startDate.toString())).toBe(event.uid);
  });

  test("another account gets other ids, whatever its name", () => {
    const of = (account: string | null) => events(ics({ ...document(), account }, null))[0]!.uid;
    expect(new Set([of("@a"), of("@b"), of(null), of("@ü\r\nX:1")]).size).toBe(4);
  });

  test("alarms only on request", () => {
    expect(ics(document(), null)).not.toContain("VALARM");
    const [event] = events(ics(document(), 30));
    const alarm = event!.component.getFirstSubcomponent("valarm")!;
    expect(String(alarm.getFirstPropertyValue("trigger"))).toBe("-PT30M");
  });

  test("hostile text stays text: no line of its own, no control, no line over 75 octets", () => {
    const hostile =
      'x;y,z\\ "q"\r\nATTENDEE:mailto:a@b.c\nEND:VEVENT\u0007\u001b[31m\u202e\u0000 ' +
      "長い👩‍👩‍👧‍👦é".repeat(30);
    const made = document();
    const text = ics(
      {
        ...made,
        account: hostile,
        slots: made.slots.map((slot) => ({
          ...slot,
          kind: "test",
          experiment: "e",
          arm: hostile,
          why: hostile,
        })),
        reminders: [{ recommendation: "do/x", text: hostile }],
      },
      10,
    );
    const lines = text.split("\r\n");
    expect(lines.at(-1)).toBe("");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(lines.filter((line) => /^(ATTENDEE|END:VEVENT$)/.test(line))).toEqual(
      made.slots.map(() => "END:VEVENT"),
    );
    const [event] = events(text);
    expect(event!.summary).toContain("x;y,z\\");
    expect(event!.description).toContain("👩‍👩‍👧‍👦");
  });
});
