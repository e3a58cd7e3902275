import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { catalogueView, explainView } from "../../src/reporters/catalogue-view.ts";
import { compareView } from "../../src/reporters/compare-view.ts";
import { inspectView } from "../../src/reporters/inspect-view.ts";
import { planView } from "../../src/reporters/plan-view.ts";
import type { View } from "../../src/types.ts";
import { HOSTILE_STRINGS } from "../support/hostile-strings.ts";
import {
  sampleCatalogue,
  sampleCompare,
  sampleExplain,
  sampleInspect,
  samplePlan,
} from "../support/sample-documents.ts";

const GOLDEN = join(import.meta.dirname, "../../fixtures/golden/documents");
const ANSI = /\u001b\[[0-9;]*m/g;
const HINTS = new Map([["DATE_INVALID", "check these lines"]]);

describe("compare in words", () => {
  const document = sampleCompare();
  const said = (over: Partial<(typeof document.advice)[number]>) =>
    compareView.markdown({ ...document, advice: [{ ...document.advice[0]!, ...over }] }, undefined);
  const paid = (mean: number, verdict: "supported" | "unclear" | "too-few") => ({
    ...document.advice[0]!.paid!,
    lift: Math.exp(mean),
    low: Math.exp(mean - 0.1),
    high: Math.exp(mean + 0.1),
    verdict,
  });

  it("tells what was done anyway from advice that was followed", () => {
    expect(said({ followed: true, paid: paid(0.3, "supported") })).toContain(
      "It paid: 18 posts that follow it got 22 to 49 % more likes than the others.",
    );
    expect(said({ followed: false, paid: paid(0.9, "supported") })).toContain(
      "Where it was done it paid: 18 posts that follow it got 2.2 to 2.7 times the likes of the others.",
    );
  });

  it("does not call too few posts not proven", () => {
    expect(said({ paid: paid(0.9, "too-few") })).toContain("Too few posts to say whether it paid: 18 posts");
    expect(said({ paid: paid(0, "unclear") })).toContain(
      "Not proven that it paid: 18 posts that follow it got between 10 % fewer and 11 % more likes than the others.",
    );
  });
});

/** Every document's views as functions of a text of an export. */
const VIEWS: readonly (readonly [
  name: string,
  text: (view: View, hostile?: string) => string,
  markdown: (hostile?: string) => string,
])[] = [
  [
    "inspect",
    (view, text) => inspectView.text(sampleInspect(text), view, HINTS),
    (text) => inspectView.markdown(sampleInspect(text), HINTS),
  ],
  [
    "plan",
    (view, text) => planView.text(samplePlan(text), view, undefined),
    (text) => planView.markdown(samplePlan(text), undefined),
  ],
  [
    "compare",
    (view, text) => compareView.text(sampleCompare(text), view, undefined),
    (text) => compareView.markdown(sampleCompare(text), undefined),
  ],
  [
    "strategies",
    (view, text) => catalogueView.text(sampleCatalogue(text), view, undefined),
    (text) => catalogueView.markdown(sampleCatalogue(text), undefined),
  ],
  [
    "explain",
    (view, text) => explainView.text(sampleExplain(text), view, undefined),
    (text) => explainView.markdown(sampleExplain(text), undefined),
  ],
];

describe.each(VIEWS)("views of %s", (name, text, markdown) => {
  it.each([40, 80, 120])("look as they were read through, %i columns", async (width) => {
    await expect(text({ width, colour: 0, unicode: true })).toMatchFileSnapshot(
      join(GOLDEN, `${name}-${width}.txt`),
    );
  });

  it("paste as Markdown", async () => {
    await expect(markdown()).toMatchFileSnapshot(join(GOLDEN, `${name}.md`));
  });

  it.each([20, 40, 80, 120])("fit %i columns whatever the export holds, and obey nothing in it", (width) => {
    for (const hostile of HOSTILE_STRINGS) {
      for (const [colour, unicode] of [
        [0, true],
        [3, true],
        [0, false],
      ] as const) {
        const printed = text({ width, colour, unicode }, hostile);
        const plain = colour === 0 ? printed : printed.replace(ANSI, "");
        expect(Math.max(...plain.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
        expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        if (!unicode) expect(plain).toMatch(/^[\n\x20-\x7e]*$/);
      }
    }
  });

  it("make hostile text inert in Markdown", () => {
    for (const hostile of HOSTILE_STRINGS) {
      const bare = markdown(hostile).replace(/\\./g, "");
      expect(bare).not.toMatch(/[<>[\]`]/);
      expect(bare.split("\n").length).toBeLessThanOrEqual(markdown().split("\n").length + 1);
    }
  });
});
