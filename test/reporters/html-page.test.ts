import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { element, styleElement } from "../../src/reporters/html/markup.ts";
import { STYLE, STYLE_SHA256 } from "../../src/reporters/html/style.ts";
import { html } from "../../src/reporters/html.ts";
import { richReport } from "../support/sample-report.ts";

describe("html page", () => {
  const page = html.render(richReport(), { width: 80, colour: 0, unicode: true });

  it("lets in its own style sheet by hash and nothing else", () => {
    expect(STYLE_SHA256).toBe(createHash("sha256").update(STYLE).digest("base64"));
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${STYLE_SHA256}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(STYLE).not.toMatch(/url\(|@import|expression/);
  });

  it("explains its signs only where it shows some, and names steps as the other views do", () => {
    expect(page.includes("estimate with its")).toBe(true);
    expect(/Caption length|Number of hashtags/.exec(page)?.[0]).toBeUndefined();
    const none = {
      ...richReport(),
      hashtags: [],
      sounds: [],
      features: [],
      duration: null,
      consistency: null,
    };
    const empty = { ...none, windows: { ...none.windows, best: [] } };
    const bare = html.render(empty, { width: 80, colour: 0, unicode: true });
    expect(bare.includes("estimate with its")).toBe(false);
  });

  it("has a text table for every chart", () => {
    for (const table of [
      "All findings as a table",
      "Every hour of the week as a table",
      "Active followers as a table",
      "Weeks as a table",
      "Parts of the score as a table",
      "Backtest as a table",
    ]) {
      expect(page).toContain(`<summary>${table}</summary>`);
    }
  });

  it("gives every cell of the week its interval for hover, focus and readers", () => {
    expect(
      page.match(
        /class="cell" tabindex="0" role="img" aria-label="[A-Z][a-z]{2} \d+–\d+\sh: [^"]+ likes \([^"]+\), \d+ posts?"/g,
      )!.length,
    ).toBe(2 * 7 * 17);
  });

  it("draws the plain average's claim beside each interval", () => {
    expect(page.match(/class="naive"/g)!.length).toBeGreaterThan(8);
  });
});

describe("element", () => {
  it("escapes text and attributes", () => {
    expect(element("p", { title: `"><b>'` }, "<i>&").html).toBe(
      '<p title="&quot;&gt;&lt;b&gt;&#39;">&lt;i&gt;&amp;</p>',
    );
  });

  it("refuses what data must never reach", () => {
    for (const [name, value] of [
      ["onclick", "x"],
      ["style", "x"],
      ["src", "x"],
      ["href", "javascript:alert(1)"],
      ["href", "https://example.com/"],
    ] as const) {
      expect(() => element("a", { [name]: value })).toThrow(RangeError);
    }
    expect(() => styleElement("</style><script>")).toThrow(RangeError);
  });
});
