import { describe, expect, test } from "vitest";
import { readExports } from "../../src/read/index.ts";
import { fixedZone, localTime, namedZone } from "../../src/zone.ts";
import { toCsv, toStudioFiles } from "./simulated-files.ts";
import { simulateAccount } from "./simulator.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("simulated accounts as files", () => {
  test("one CSV comes back post by post", async () => {
    const account = simulateAccount({ seed: 31, posts: 80, scenario: "typical" });
    const { posts, asOf, warnings } = await readExports([
      { name: "simulated.csv", data: bytes(toCsv(account)) },
    ]);
    const fields = (post: (typeof posts)[number]) => ({
      id: post.id,
      account: post.account,
      title: post.title,
      postedAt: post.postedAt,
      views: post.views,
      likes: post.likes,
      comments: post.comments,
      shares: post.shares,
      saves: post.saves,
      durationSeconds: post.durationSeconds,
      soundOrigin: post.soundOrigin,
      hashtags: post.hashtags,
    });
    expect(posts.map(fields)).toEqual(account.posts.map(fields));
    expect(asOf).toBe(account.endAt);
    expect(warnings.filter(({ severity }) => severity === "warning").map(({ code }) => code)).toEqual([]);
  });

  test("native folders come back with id times, the zone and the follower activity", async () => {
    const zone = fixedZone(-300);
    const account = simulateAccount({ seed: 32, posts: 50, scenario: "typical", zone });
    const inputs = [...toStudioFiles(account)].map(([name, text]) => ({ name, data: bytes(text) }));
    const found = await readExports(inputs, { hostZone: () => namedZone("Europe/Paris") });
    expect(found.posts).toHaveLength(50);
    for (const [i, post] of found.posts.entries()) {
      const planted = account.posts[i]!;
      expect(Math.abs(post.postedAt! - planted.postedAt!)).toBeLessThan(10_000);
      expect([post.id, post.views, post.likes, post.scheduled]).toEqual([
        planted.id,
        planted.views,
        planted.likes,
        false,
      ]);
    }
    expect(found.zone.offsetMinutes(account.endAt)).toBe(-300);
    expect(localTime(found.zone, account.endAt).hour).toBe(7);
    expect(found.context.followerActivity).toHaveLength(24);
  });
});
