import type { EffectFields, Report } from "../../types.ts";
import { hoursWords, secondsWords, weekdaysWords } from "../calendar-words.ts";

/** A finding as every view tells it: its id, what it is called, and the effect fields of the report. */
export interface Told extends EffectFields {
  id: string;
  section: "windows" | "hashtags" | "sounds" | "features" | "duration" | "consistency";
  /** for people; may hold text of the export */
  label: string;
  /** said instead of the effect, where one number would not say it */
  sentence: string | null;
}

/** A tag with those that always come with it. */
export function tagLabel(tag: Report["hashtags"][number]): string {
  return [tag.label, ...tag.group].join(" + ");
}

/** What the number of a numeric feature stands for. */
const STEP_LABELS: ReadonlyMap<string, string> = new Map([
  ["features/tag-count", "One more hashtag"],
  ["features/caption-length", "Caption twice as long"],
  ["features/gap", "Pause before a post twice as long"],
  ["features/recent-posts", "One more post a week"],
]);

/** Every finding of a report, in the order of its sections. Cells of the week are left to the heat map. */
export function toldFindings(report: Report): Told[] {
  const told = (section: Told["section"], id: string, label: string, effect: EffectFields): Told => ({
    id,
    section,
    label,
    sentence: null,
    outcome: effect.outcome,
    posts: effect.posts,
    of: effect.of,
    effect: effect.effect,
    lift: effect.lift,
    low: effect.low,
    high: effect.high,
    probability: effect.probability,
    naive: effect.naive,
    verdict: effect.verdict,
  });
  const matters = report.consistency?.matters;
  return [
    ...report.windows.best.map((window) => {
      const label = `${weekdaysWords(window.weekdays)} ${hoursWords(window.startHour, window.endHour)}`;
      return told("windows", window.id, label, window);
    }),
    ...report.hashtags.map((tag) => told("hashtags", `hashtags/${tag.key}`, tagLabel(tag), tag)),
    ...report.sounds.map((sound) => told("sounds", `sounds/${sound.key}`, sound.label, sound)),
    ...report.features.map((feature) => told("features", `features/${feature.key}`, feature.label, feature)),
    ...(report.duration?.curve ?? []).map((point) => {
      return told(
        "duration",
        `duration/${point.seconds}`,
        `length about ${secondsWords(point.seconds)}`,
        point,
      );
    }),
    ...(matters ? [told("consistency", "consistency/matters", "one more post a week", matters)] : []),
  ];
}

/** How clearly a finding differs from none: posterior mean in its own sds; 0 without a fit. */
export function strengthOf({ effect }: Pick<EffectFields, "effect">): number {
  if (!effect) return 0;
  return effect.sd > 0 ? Math.abs(effect.mean) / effect.sd : effect.mean === 0 ? 0 : Number.MAX_VALUE;
}

const VERDICT_ORDER = [
  "supported",
  "opposed",
  "promising",
  "unclear",
  "negligible",
  "too-few",
  "not-in-data",
  "manual",
  "error",
];

/** Strongest evidence first: by verdict, then strength, then posts, then id. */
export function byEvidence(a: Told, b: Told): number {
  return (
    VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict) ||
    strengthOf(b) - strengthOf(a) ||
    b.posts - a.posts ||
    (a.id < b.id ? -1 : 1)
  );
}

const GROUP = "sounds/group:library";

/** The findings as the creator meets them. */
export interface Groups {
  works: Told[];
  costs: Told[];
  worryFree: Told[];
  tests: Told[];
}

/** What every group says where nothing could be judged. */
export const TOO_FEW = "Too few posts to tell.";

/** The findings as people are told them: the number of a numeric feature named by the step that it stands for. */
export function spokenFindings(report: Report): Told[] {
  return toldFindings(report).map((finding) => {
    const step = STEP_LABELS.get(finding.id);
    return step === undefined ? finding : { ...finding, label: step };
  });
}

/** What a group says when it is empty: with too few posts, that; else what the silence means. */
export function nothingIn(report: Report): Readonly<Record<keyof Groups, string>> {
  const judged = toldFindings(report).some(
    ({ verdict }) => verdict !== "too-few" && verdict !== "not-in-data",
  );
  if (!judged) {
    return { works: TOO_FEW, costs: TOO_FEW, worryFree: TOO_FEW, tests: TOO_FEW };
  }
  return {
    works: "Nothing stands out: no hour, tag, sound, length or wording is proven to do better than the rest.",
    costs: "Nothing: no habit of yours is proven to do worse than the rest.",
    worryFree: "Nothing yet: your posts do not rule out a difference anywhere.",
    tests: "No finding is close enough to be worth a test of its own.",
  };
}

/** What works, what seems to cost, what makes no difference, what is worth a test; each with its strongest evidence first. */
export function groupsOf(report: Report): Groups {
  // "consistency/matters" is the feature recent-posts seen from the cadence: said once
  const told = spokenFindings(report);
  const twice = told.some((finding) => finding.id === "features/recent-posts");
  const all = twice ? told.filter((finding) => finding.section !== "consistency") : told;
  const of = (verdict: Told["verdict"]) =>
    ownSounds(all.filter((finding) => finding.verdict === verdict).sort(byEvidence));
  const best = report.duration?.bestSeconds ?? null;
  const works = oneLength(of("supported"), best);
  const lengthWorks = works.some((finding) => finding.section === "duration");
  const tests = oneLength(of("promising"), best);
  return {
    works,
    costs: oneLength(of("opposed"), null),
    worryFree: [...hourOfPosting(report, all), ...worryFreeLength(all, of("negligible"))],
    // a better length is known already: another one is no test of its own
    tests: lengthWorks ? tests.filter((finding) => finding.section !== "duration") : tests,
  };
}

// neighbouring lengths say the same thing several times: the best one, else the strongest, speaks for them
function oneLength(findings: Told[], best: number | null): Told[] {
  const lengths = findings.filter((finding) => finding.section === "duration");
  const first = lengths.find((finding) => finding.id === `duration/${best}`) ?? lengths[0];
  return findings.filter((finding) => finding.section !== "duration" || finding === first);
}

// a library sound whose interval holds the effect of library sounds as a group says nothing of its own
function ownSounds(findings: Told[]): Told[] {
  const group = findings.find((finding) => finding.id === GROUP);
  if (!group || group.lift === null) return findings;
  const same = ({ low, high }: Told) =>
    low !== null && high !== null && low <= group.lift! && group.lift! <= high;
  return findings.filter((finding) => finding === group || finding.section !== "sounds" || !same(finding));
}

// one point of the curve that makes no difference says nothing about length as such; all of them do
function worryFreeLength(all: readonly Told[], negligible: Told[]): Told[] {
  const points = all.filter((finding) => finding.section === "duration" && finding.effect !== null);
  const rest = negligible.filter(
    (finding) => finding.section !== "duration" && finding.section !== "windows",
  );
  if (points.length === 0 || points.some((point) => point.verdict !== "negligible")) return rest;
  const widest = points.reduce((a, b) => (Math.log(b.high! / b.low!) > Math.log(a.high! / a.low!) ? b : a));
  return [{ ...widest, label: "length of the video" }, ...rest];
}

function hourOfPosting(report: Report, all: readonly Told[]): Told[] {
  if (report.windows.verdict !== "negligible") return [];
  const best = all.find((finding) => finding.section === "windows");
  const cell = report.windows.grid[0]!;
  return [
    {
      ...(best ?? {
        ...cell,
        effect: null,
        lift: null,
        low: null,
        high: null,
        probability: null,
        naive: null,
      }),
      id: "windows",
      section: "windows",
      label: "day and hour of posting",
      sentence: report.windows.summary,
      verdict: "negligible",
    },
  ];
}

/** The plain average's claim, where it is far enough from the measured effect to mislead; else null. */
export function loudNaive({ naive, lift }: Pick<EffectFields, "naive" | "lift">): number | null {
  if (naive === null || lift === null || naive <= 0) return null;
  return Math.abs(Math.log(naive / lift)) >= Math.log(1.2) ? naive : null;
}
