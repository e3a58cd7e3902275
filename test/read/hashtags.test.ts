import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasHashtags, hashtagsOf } from "../../src/read/hashtags.ts";
import { endsWithin, UNHURRIED } from "../support/ends-within.ts";

describe("hashtagsOf", () => {
  it.each([
    ["fresh #Bread #bread", ["#bread"], ["#Bread"]],
    ["word#one#two", ["#one", "#two"], ["#one", "#two"]],
    ["after an emoji 🍞#loaf", ["#loaf"], ["#loaf"]],
    ["#パン屋 ＃焼きたて", ["#パン屋", "#焼きたて"], ["#パン屋", "#焼きたて"]],
    ["#हिन्दी", ["#हिन्दी"], ["#हिन्दी"]],
    ["#2026 plans", ["#2026"], ["#2026"]],
    ["#cafe\u0301 #café", ["#café"], ["#café"]],
    ["caption%20%23baking%20%23br%C3%B8d", ["#baking", "#brød"], ["#baking", "#brød"]],
    ["100 %23 %zz %E0%A4", [], []],
    ["no tags # here", [], []],
    ["#__proto__ #constructor", ["#__proto__", "#constructor"], ["#__proto__", "#constructor"]],
    ["", [], []],
  ])("finds the tags of %j", (title, keys, labels) => {
    expect(hashtagsOf(null, title)).toEqual({ keys, labels });
    expect(hasHashtags(null, title)).toBe(keys.length > 0);
  });

  it.each([
    ["['johncena', 'fyp', \"it's\"]", ["#johncena", "#fyp", "#it's"]],
    ['["bread", "caf\\u00e9"]', ["#bread", "#café"]],
    ["[u'one', u'two']", ["#one", "#two"]],
    ["bread, baking,#loaf", ["#loaf"]],
    ["bread,baking", ["#bread", "#baking"]],
    ["#a #b", ["#a", "#b"]],
    ["[{'id': '7', 'name': 'bread', 'title': 'x'}, {'id': '8', 'name': \"it's\"}]", ["#bread", "#it's"]],
    ['[{"hashtagName":"loaf","name":""},{"hashtagName":"caf\\u00e9"}]', ["#loaf", "#café"]],
    ["[{'id': 7}]", ["#caption"]],
    ["[]", ["#caption"]],
    ["", ["#caption"]],
  ])("prefers the list %j to the caption", (list, keys) => {
    expect(hashtagsOf(list, "from the #caption").keys).toEqual(keys);
  });

  it("never evaluates a list", () => {
    expect(hashtagsOf("[__import__('os'), bread]", null).keys).toEqual(["#os", "#bread"]);
  });

  it("keeps at most 100 tags of 64 code points", () => {
    const title = Array.from({ length: 150 }, (_, index) => `#tag${index}`).join(" ");
    expect(hashtagsOf(null, title).keys).toHaveLength(100);
    expect([...hashtagsOf(null, `#${"𝒜".repeat(200)}`).keys[0]!]).toHaveLength(65);
  });

  it("has unique keys with a label each, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.boolean(), (text, asList) => {
        const { keys, labels } = asList ? hashtagsOf(text, null) : hashtagsOf(null, text);
        expect(new Set(keys).size).toBe(keys.length);
        expect(labels).toHaveLength(keys.length);
      }),
    );
  });

  it("stays linear on a caption of a megabyte", { timeout: UNHURRIED }, async () => {
    const code = `
      import { hashtagsOf } from "./src/read/hashtags.ts";
import { endsWithin, UNHURRIED } from "../support/ends-within.ts";
      hashtagsOf(null, "#a%23".repeat(200_000));
      hashtagsOf("['".repeat(500_000), null);`;
    expect(await endsWithin(10, code)).toBe(true);
  });
});
