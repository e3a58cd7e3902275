import type { Effort, Judged, Outcome, WindowFinding } from "../types.ts";
import { formatOutcome, formatSeconds, listWords } from "../wording.ts";
import { affectedPosts } from "./expected-gain.ts";
import type { ExperimentIdea } from "./experiments.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * The question that would settle a promising finding: two arms alternated inside the same weeks.
 * @param judged a finding with an estimate
 * @param strategy id and effort of the strategy that owns it
 * @param plan posts per week
 * @param effect what is asked: the past effect, or the future one where that is what is in doubt
 */
export function experimentIdea(
  judged: Judged,
  { id: strategy, effort }: { id: string; effort: Effort },
  plan: number,
  { mean, sd }: { mean: number; sd: number } = judged.estimate!,
): ExperimentIdea {
  const { id, outcome } = judged;
  // What seems to cost is tested too: then the posts that would change are those that do it now.
  const affected = affectedPosts(judged, mean < 0 ? "stop" : "do", plan);
  return {
    subject: id,
    question: question(judged, outcome),
    strategy,
    outcome,
    arms: arms(judged),
    effect: { mean: Math.abs(mean), sd },
    affected,
    effort,
    measured: true,
    window: judged.rule === "window" ? windowOf(judged as Judged & WindowFinding) : null,
  };
}

function question(judged: Judged, outcome: Outcome): string {
  const what = formatOutcome(outcome);
  switch (judged.rule) {
    case "window":
      return `Do posts ${windowWords(judged as Judged & WindowFinding)} get more ${what} than at your usual hours?`;
    case "duration":
      return `Do posts of about ${formatSeconds(Number(judged.key))} get more ${what} than your usual length?`;
    case "hashtag":
      return `Do posts with ${judged.label} get more ${what} than the same kind of post without it?`;
    case "sound":
      return judged.key.startsWith("group:")
        ? `Do library sounds get more ${what} than your own?`
        : `Do posts with the sound “${judged.label}” get more ${what} than others?`;
    default:
      return judged.step
        ? `Does it bring more ${what}: ${judged.step}?`
        : `Do posts like this get more ${what}: ${judged.label}?`;
  }
}

function arms(judged: Judged): [string, string] {
  switch (judged.rule) {
    case "window":
      return [windowWords(judged as Judged & WindowFinding), "at your usual hours"];
    case "duration":
      return [`about ${formatSeconds(Number(judged.key))}`, "your usual length"];
    case "hashtag":
      return [`with ${judged.label}`, `without ${judged.label}`];
    case "sound":
      return judged.key.startsWith("group:")
        ? ["a library sound", "your own sound"]
        : [`with “${judged.label}”`, "with another sound"];
    default:
      return judged.step ? [judged.step, "as usual"] : [judged.label, "posts without it"];
  }
}

function windowOf({ weekdays, startHour, endHour }: WindowFinding) {
  return { weekdays, startHour, endHour };
}

function windowWords({ weekdays, startHour, endHour }: WindowFinding): string {
  const hours = `from ${startHour} to ${endHour} h`;
  return weekdays.length === 7
    ? `${hours} on any day`
    : `on ${listWords(weekdays.map((day) => DAYS[day]!))} ${hours}`;
}
