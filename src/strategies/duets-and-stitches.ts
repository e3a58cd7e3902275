import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings, neverSeen } from "./frame/features.ts";
import { s1 } from "./frame/sources.ts";

/** Duets and stitches, seen by the caption that the app writes in the languages of its interface. */
export const duetsAndStitches = defineStrategy({
  meta: {
    id: "duets-and-stitches",
    title: "Make duets and stitches",
    claim: "Duets and stitches build a loyal community.",
    method: "Duets and stitches against the other posts, on the goal.",
    limits: "They are seen by the words the app puts into the caption; who removes them is not counted.",
    needs: ["title"],
    sources: [s1("Engage with the Community")],
    effort: "medium",
    outcome: "goal",
    research: [],
  },
  measure(fits) {
    return {
      findings: featureFindings(fits, ["duet", "stitch"]),
      standing: neverSeen("is a duet or a stitch by its caption", fits),
    };
  },
  advise(judged, context) {
    const [one, many] = judged.key === "duet" ? ["a duet", "duets"] : ["a stitch", "stitches"];
    return leverAdvice(judged, context, {
      subject: { with: `made as ${one}`, without: "made alone" },
      do: { title: `Make more ${many}`, action: `Answer a video of your niche with ${one}.` },
      stop: { title: `Make fewer ${many}`, action: `Show your own idea rather than ${one}.` },
      test: { title: `Test ${many}`, action: `Alternate ${many} with posts of your own.` },
    });
  },
});
