import { describe, expect, it } from "vitest";
import { labelFindings, labelOwner } from "../../../src/strategies/frame/labels.ts";
import { strategies } from "../../../src/strategies/index.ts";
import { handFits } from "../../support/hand-fits.ts";
import { strong } from "../../support/strategy-cases.ts";

describe("labelOwner", () => {
  it.each([
    ["label:mood=calm", "emotional-connection"],
    ["label:Hook=question", "content-quality"],
    ["label:hookType=bold", "content-quality"],
    ["label:cta=like", "calls-to-action"],
    ["label:live=yes", "live-sessions"],
    ["label:lively=yes", "content-pillars"],
    ["label:cross_posted=youtube", "cross-promotion"],
    ["label:brand deal=yes", "sponsored-content"],
    ["label:kind=Tutorial", "skill-showcase"],
    ["label:kind=Tagesform", "content-pillars"],
    ["label:topic=bread", "content-pillars"],
    ["label:format=talking head", "exploration"],
    ["label:energy", "exploration"],
    ["label:effort", "content-quality"],
    ["label:=", "content-pillars"],
    ["label:__proto__=constructor", "content-pillars"],
  ])("%s belongs to %s", (key, owner) => {
    expect(labelOwner(key)).toBe(owner);
  });

  it("gives every label finding to exactly one strategy, and that one advises on it", () => {
    const keys = ["label:mood=calm", "label:hook=bold", "label:x=y", "label:n", "label:format=duo"];
    const features = keys.map((key) => strong(key));
    const fits = handFits({ features });
    for (const { id, key } of features) {
      const owners = strategies.filter(({ meta }) =>
        labelFindings(fits, meta.id).some((each) => each.id === id),
      );
      expect(owners.map(({ meta }) => meta.id)).toEqual([labelOwner(key)]);
    }
  });
});
