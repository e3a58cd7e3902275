import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../src/reporters/text/text-width.ts";

describe("textWidth", () => {
  it("agrees with string-width on every sign of the basic plane", { timeout: 300_000 }, () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const sign = String.fromCharCode(code);
      if (textWidth(sign) !== stringWidth(sign)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it("agrees with string-width on mixed text", () => {
    const sign = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("×", "–", "…", "█", "🧁", "é", "e\u0301", "한", "\u200d", "\ufe0f", "▪", "↔"),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        expect(textWidth(text)).toBe(stringWidth(text));
      }),
    );
  });
});
