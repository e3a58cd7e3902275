import type { AdviceContext, AdviceText, Judged } from "../../types.ts";
import { leverAdvice } from "./evidence.ts";

/** Advice on one of the user's own labels, whichever strategy judges it. */
export function labelAdvice(judged: Judged, context: AdviceContext): AdviceText | null {
  const name = judged.label;
  const subject = { with: `with “${name}”`, without: "with other values" };
  const caveat = "The column is your own: the tool knows only what you noted in it.";
  if (judged.step) {
    return leverAdvice(judged, context, {
      subject,
      caveat,
      do: { title: `Aim for more “${name}”`, action: `Aim for posts with a higher “${name}”.` },
      stop: { title: `Aim for less “${name}”`, action: `Aim for posts with a lower “${name}”.` },
      test: { title: `Test more “${name}”`, action: `Alternate posts with a higher and a lower “${name}”.` },
    });
  }
  return leverAdvice(judged, context, {
    subject,
    caveat,
    do: {
      title: `Make more posts with “${name}”`,
      action: `Plan more posts that you would note as “${name}”.`,
    },
    stop: {
      title: `Make fewer posts with “${name}”`,
      action: `Plan fewer posts that you would note as “${name}”.`,
    },
    test: {
      title: `Test “${name}”`,
      action: `Alternate posts that you would note as “${name}” with others.`,
    },
  });
}
