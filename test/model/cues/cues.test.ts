import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUE_LANGUAGES, type Cues, cuesOf, isGenericTag, mentionsOf } from "../../../src/model/cues/index.ts";
import { CUE_CASES } from "../../support/cue-cases.ts";
import { endsWithin, UNHURRIED } from "../../support/ends-within.ts";

const FLAGS = [
  "question",
  "giveaway",
  "mention",
  "reply",
  "duet",
  "stitch",
  "challenge",
  "series",
  "emoji",
  "behindTheScenes",
  "sponsored",
] as const satisfies (keyof Cues)[];

/** "like share question": everything found, calls to action first. */
function found(caption: string): string {
  const cues = cuesOf(caption, []);
  return [...[...cues.callsToAction].sort(), ...FLAGS.filter((flag) => cues[flag])].join(" ");
}

describe.each(CUE_CASES)("cues of $language", ({ cases, plain, generic, ownTags }) => {
  it.each(cases)("%s → %s", (caption, expected) => {
    expect(found(caption)).toBe(expected);
  });

  it.each(plain)("nothing in: %s", (caption) => {
    expect(found(caption)).toBe("");
  });

  it("knows tags that say nothing from tags that do", () => {
    expect(generic.filter((key) => !isGenericTag(key))).toEqual([]);
    expect(ownTags.filter(isGenericTag)).toEqual([]);
  });
});

describe("cuesOf", () => {
  it("covers every language of the lists with cases", () => {
    expect(CUE_CASES.map(({ language }) => language).sort()).toEqual(
      CUE_LANGUAGES.map(({ language }) => language).sort(),
    );
  });

  it("takes no caption as no cue", () => {
    expect(found("")).toBe("");
    expect(cuesOf(null, []).callsToAction.size).toBe(0);
    expect(cuesOf(null, ["#duet"]).duet).toBe(true);
  });

  it("sees a question outside links only", () => {
    expect(cuesOf("https://example.org/watch?v=1 done", []).question).toBe(false);
    expect(cuesOf("example.org/watch?v=1 done", []).question).toBe(false);
    expect(cuesOf("seen https://example.org/watch?", []).question).toBe(true);
    expect(["¿de verdad", "本当？", "هل تحبه؟"].map((text) => cuesOf(text, []).question)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("sees mentions, not addresses", () => {
    expect(mentionsOf("with @Ana.B, @leo_1. and @leo_1 / write me@example.org")).toEqual([
      "@ana.b",
      "@leo_1",
    ]);
    expect(mentionsOf("@ home")).toEqual([]);
  });

  it("sees emoji, not signs", () => {
    expect(["bread 🍞", "hi ❤️", "🇫🇷", "1️⃣"].map((text) => cuesOf(text, []).emoji)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["5 © 2026 ™", "a ↔ b", "plain 123 #tag"].map((text) => cuesOf(text, []).emoji)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("does not carry a phrase over the end of a sentence", () => {
    expect(found("Things I like. If you see it")).toBe("");
    expect(found("part. 2nd of May")).toBe("series");
    expect(found("Day one, part two")).toBe("series");
  });

  it("keeps a sponsor's mark of one script to that script", () => {
    expect(cuesOf("new deadlift #pr", []).sponsored).toBe(false);
    expect(cuesOf("新作です #pr", []).sponsored).toBe(true);
  });

  it("is linear on hostile captions", { timeout: UNHURRIED }, async () => {
    const hostile = [
      "like if ",
      "a",
      "a.",
      "@",
      "#",
      "http://?",
      "www.a?",
      "the ",
      "に",
      "comment ",
      "drop a ",
      "-a",
      "'",
      "a'",
      "1 ",
      "و ",
    ];
    const code = `
      import { cuesOf } from "./src/model/cues/index.ts";
      for (const piece of ${JSON.stringify(hostile)}) cuesOf(piece.repeat(500_000 / piece.length), []);`;
    expect(await endsWithin(40, code)).toBe(true);
  });

  it("never throws, and case and compatibility forms do not matter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        cuesOf(text, []);
        cuesOf(`like if ${text}`, [text]);
      }),
    );
    for (const text of ["LIKE IF YOU AGREE", "ｌｉｋｅ ｉｆ ｙｏｕ"]) expect(found(text)).toBe("like");
  });
});
