import { describe, expect, it } from "vitest";
import { coefficient } from "../../src/model/contrasts.ts";
import { chooseDesign } from "../../src/model/design.ts";
import { designSystem, fitSystem } from "../../src/model/design-system.ts";
import { fitOutcome } from "../../src/model/fit-outcome.ts";
import { contrastMixture, integrate } from "../../src/model/integrate.ts";
import { inOrder } from "../../src/model/mature.ts";
import { outcomeData } from "../../src/model/outcome.ts";
import { postTable } from "../../src/model/post-table.ts";
import { rampRow } from "../../src/model/ramps.ts";
import { hourWaves } from "../../src/model/waves.ts";
import { mixtureAboveZero, mixtureMoments } from "../../src/stats/normal-mixture.ts";
import type { Post } from "../../src/types.ts";
import { fixedZone } from "../../src/zone.ts";
import { makePost } from "../support/make-post.ts";
import { smallAccount } from "../support/small-account.ts";

const DAY = 86_400_000;

function tableOf(posts: readonly Post[]) {
  const all = inOrder(posts);
  return postTable(all, all, fixedZone(0), { labels: [], trends: [] });
}
const allRows = (posts: readonly Post[]) => Int32Array.from(posts, (_, i) => i);
const designOf = (posts: readonly Post[]) => chooseDesign(tableOf(posts), allRows(posts));

describe("hour waves", () => {
  it("have variance one at every hour and repeat after a day", () => {
    for (const hour of [0, 3.25, 11.5, 23.99]) {
      expect(hourWaves(hour).reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 12);
      hourWaves(hour).forEach((x, k) => {
        expect(hourWaves(hour + 24)[k]!).toBeCloseTo(x, 10);
      });
    }
  });
});

describe("ramps", () => {
  it("are 1 below, a fraction at, and 0 above their place; the ends hold beyond", () => {
    expect(rampRow([0, 1, 3, 4], 2)).toEqual([1, 0.5, 0]);
    expect(rampRow([0, 1, 3, 4], -5)).toEqual([0, 0, 0]);
    expect(rampRow([0, 1, 3, 4], 9)).toEqual([1, 1, 1]);
    expect(rampRow([0, 1, 3, 4], 1)).toEqual([1, 0, 0]);
  });
});

describe("hashtag columns", () => {
  const tagged = (count: number, tagsOf: (i: number) => string[]) =>
    Array.from({ length: count }, (_, i) =>
      makePost({ at: i * DAY, key: `p${String(i).padStart(4, "0")}`, hashtags: tagsOf(i) }),
    );

  it("need two posts with and two without", () => {
    const posts = tagged(10, (i) => [
      "#all",
      ...(i < 9 ? ["#most"] : []),
      ...(i < 8 ? ["#many"] : []),
      ...(i < 1 ? ["#once"] : []),
    ]);
    const { tags, table } = { table: tableOf(posts), tags: designOf(posts).tags };
    expect(tags.columns.map(({ id }) => table.tags[id]!.key)).toEqual(["#many"]);
  });

  it("are one for tags on the same posts, named by the first", () => {
    const posts = tagged(10, (i) => (i < 4 ? ["#zeta", "#alpha"] : i < 7 ? ["#solo"] : []));
    const table = tableOf(posts);
    const names = designOf(posts).tags.columns.map(({ id, group }) =>
      [id, ...group].map((k) => table.tags[k]!.key),
    );
    expect(names).toEqual([["#alpha", "#zeta"], ["#solo"]]);
  });

  it("are the 150 most used; the rest share one feature", () => {
    const posts = tagged(400, (i) => [
      `#t${String(i % 200).padStart(3, "0")}`,
      ...(i < 20 ? [`#t${String(199 - i).padStart(3, "0")}`] : []),
    ]);
    const design = designOf(posts);
    expect(design.tags.columns).toHaveLength(150);
    const table = design.table;
    // Twenty tags are used three times; among those used twice the first by name stay.
    const kept = new Set(design.tags.columns.map(({ id }) => table.tags[id]!.key));
    expect(kept.has("#t199")).toBe(true);
    expect(kept.has("#t000")).toBe(true);
    expect(kept.has("#t179")).toBe(false);
    const others = design.features.find(({ feature }) => feature.key === "other-tags")!;
    const carrying = posts.filter(({ hashtags }) => hashtags.some((key) => !kept.has(key))).length;
    expect(others.mean).toBeCloseTo(carrying / 400, 12);
  });
});

describe("unknown hours", () => {
  const known = smallAccount(60);
  const blurred = inOrder(known).map((post, i) =>
    i % 4 === 0 ? { ...post, precision: "day" as const } : post,
  );

  it("stand at the mean of the hour columns, in every weekday's own part", () => {
    const built = designSystem(tableOf(blurred), allRows(blurred));
    const system = fitSystem(built, true);
    const row = (column: number) => {
      const unit = new Float64Array(system.size);
      unit[column] = 1;
      const out = new Float64Array(system.n);
      system.multiply(unit, out);
      return out;
    };
    const { layout } = built;
    const first = row(layout.hour);
    const mean =
      blurred.reduce((sum, { precision }, i) => sum + (precision === "day" ? 0 : first[i]!), 0) / 45;
    expect(first[0]).toBeCloseTo(mean, 12);
    expect(first[4]).toBeCloseTo(mean, 12);
    const day = built.design.table.weekday[4]!;
    expect(row(layout.int + 8 * day)[4]).toBeCloseTo(mean, 12);
    expect(row(layout.int + 8 * ((day + 1) % 7))[4]).toBe(0);
  });

  it("of all but eleven posts drop the blocks hour and int", () => {
    const rare = known.map((post, i) => (i < 11 ? post : { ...post, precision: "day" as const }));
    const system = fitSystem(designSystem(tableOf(rare), allRows(rare)), true);
    expect(system.blocks.map(({ name }) => name)).toEqual(["trend", "week", "wd", "tag", "sound", "dur"]);
  });
});

describe("missing fields", () => {
  it("of single posts count as the mean; of most posts they remove the columns", () => {
    const some = smallAccount(60).map((post, i) => (i % 5 === 0 ? { ...post, durationSeconds: null } : post));
    const built = designSystem(tableOf(some), allRows(some));
    const system = fitSystem(built, true);
    const { layout, design } = built;
    const column = layout.dur;
    const unit = new Float64Array(system.size);
    unit[column] = 1;
    const out = new Float64Array(system.n);
    system.multiply(unit, out);
    expect(out[0]).toBeCloseTo(design.duration!.mean[0]!, 12);
    expect(out.reduce((sum, x) => sum + x, 0) / 60).toBeCloseTo(design.duration!.mean[0]!, 12);
    const most = smallAccount(60).map((post, i) => (i % 5 < 3 ? { ...post, durationSeconds: null } : post));
    expect(designOf(most).duration).toBeNull();
    const quiet = smallAccount(60).map((post) => ({ ...post, soundKey: null, soundOrigin: null }));
    expect(designOf(quiet).sounds.columns).toEqual([]);
  });
});

describe("the unit of the outcome", () => {
  it("y -> a + b y multiplies s0 and every effect by b, and leaves every probability", () => {
    const posts = smallAccount(50);
    const table = tableOf(posts);
    const { y, rows } = outcomeData(posts, "likes");
    const built = designSystem(table, rows);
    const run = (values: Float64Array) => {
      const model = fitOutcome("likes", built, values);
      const columns = [built.layout.feat, built.layout.tag, built.layout.hour + 1];
      const integration = integrate(model.core, 16, columns.map(coefficient));
      return {
        s0: model.s0,
        mixtures: columns.map((_, c) => contrastMixture(integration, c)),
        ...model.core,
      };
    };
    const one = run(y);
    const other = run(y.map((value) => 5 + 3 * value));
    expect(other.s0 / one.s0).toBeCloseTo(3, 10);
    expect(other.nu).toBe(one.nu);
    one.mixtures.forEach((mixture, c) => {
      const changed = other.mixtures[c]!;
      expect(mixtureAboveZero(changed)).toBeCloseTo(mixtureAboveZero(mixture), 9);
      expect(mixtureMoments(changed).mean).toBeCloseTo(mixtureMoments(mixture).mean, 9);
    });
    for (const marginal of one.marginals) expect(marginal.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });
});
