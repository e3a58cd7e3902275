import type { Experiment } from "../../types.ts";
import { formatLift, formatOutcome, plural } from "../../wording.ts";

/** Arms, posts, weeks and what a test could show, as a sentence. */
export function experimentWords({ arms, weeks, detectableLift, outcome }: Experiment): string {
  const [one, other] = arms;
  const same = arms.length === 2 && one!.posts === other!.posts;
  const sizes = same
    ? `${plural(one!.posts, "post")} each: ${one!.label}, and ${other!.label}`
    : arms.map((arm) => `${plural(arm.posts, "post")}: ${arm.label}`).join("; ");
  return `${sizes}. About ${plural(weeks, "week")}; it shows a difference of ${formatLift(detectableLift)} or more in ${formatOutcome(outcome)}.`;
}
