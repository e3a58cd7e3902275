import { describe, expect, test } from "vitest";
import { doesIt } from "../../src/report/does-it.ts";
import type { Post } from "../../src/types.ts";
import { namedZone } from "../../src/zone.ts";
import { richReport } from "../support/sample-report.ts";
import { simulateAccount } from "../support/simulator.ts";

const template = simulateAccount({ seed: 1, posts: 1, scenario: "null" }).posts[0]!;
const posts = (changes: Partial<Post>[]): Post[] =>
  changes.map((change, i) => ({
    ...template,
    key: `k${i}`,
    title: "",
    hashtags: [],
    sortAt: change.postedAt ?? template.sortAt! + i * 1e7,
    ...change,
  }));
const ask = (id: string, changes: Partial<Post>[], zone = "UTC", before = changes.length) =>
  doesIt(posts(changes), before, richReport(), namedZone(zone), { labels: ["hook"], trends: [] })(id);

describe("doesIt", () => {
  test("windows: weekday and hour in the zone, the end exclusive, days without hour unknown", () => {
    // 6 July 2026 is a Monday
    const times = [
      "2026-07-06T15:59:00Z",
      "2026-07-06T16:00:00Z",
      "2026-07-06T18:59:00Z",
      "2026-07-06T19:00:00Z",
      "2026-07-07T17:00:00Z",
    ];
    const changes = times.map((time) => ({ postedAt: Date.parse(time) }));
    expect(ask("windows/1-18", changes, "Europe/Paris")).toEqual([false, true, true, false, false]);
    expect(ask("windows/1.2-18", changes, "Europe/Paris")![4]).toBe(true);
    expect(ask("windows/1-18", [{ postedAt: null }, { precision: "day" }])).toEqual([null, null]);
    expect(ask("windows/1-18-20", changes, "UTC")).toEqual([false, false, true, true, false]);
    expect(ask("windows/9-18", changes)).toBeNull();
  });

  test("hashtags: the tag or one of its group; unknown without caption and tags", () => {
    // in the sample report #glaze stands for #glazing too
    expect(
      ask("hashtags/#glaze", [{ hashtags: ["#glaze"] }, { hashtags: ["#glazing"] }, {}, { title: null }]),
    ).toEqual([true, true, false, null]);
  });

  test("sounds: one of them, or any that is not the own", () => {
    const changes: Partial<Post>[] = [
      { soundKey: "777", soundOrigin: "library" },
      { soundKey: "888", soundOrigin: "own" },
      { soundKey: null, soundOrigin: null },
    ];
    expect(ask("sounds/777", changes)).toEqual([true, false, null]);
    expect(ask("sounds/group:library", changes)).toEqual([true, false, null]);
  });

  test("length: within a factor of 1.25", () => {
    const changes = [24, 23.9, 37.5, 37.6, null].map((durationSeconds) => ({ durationSeconds }));
    expect(ask("duration/30", changes)).toEqual([true, false, true, false, null]);
  });

  test("features of captions and labels; of numbers more than the median of the time before", () => {
    const changes: Partial<Post>[] = [
      { title: "Like if you agree", labels: { hook: "story" } },
      { title: "plain", hashtags: ["#a"], labels: { hook: "story" } },
      { title: "plain", hashtags: ["#a", "#b"], labels: { hook: "story" } },
      { title: "plain", hashtags: ["#a", "#b", "#c"], labels: { hook: "list" } },
      { title: null, labels: { hook: null } },
    ];
    expect(ask("features/call-to-action:like", changes)).toEqual([true, false, false, false, null]);
    expect(ask("features/label:hook=story", changes)).toEqual([true, true, true, false, null]);
    // median of 0, 1 and 2 tags is 1
    expect(ask("features/tag-count", changes, "UTC", 3)).toEqual([false, false, true, true, null]);
    expect(ask("features/trending-sound", changes)).toBeNull();
    expect(ask("features/unheard-of", changes)).toBeNull();
    expect(ask("backtest", changes)).toBeNull();
  });
});
