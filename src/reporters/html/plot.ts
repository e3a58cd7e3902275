import { formatOutcome, plural } from "../../wording.ts";
import type { Told } from "../story/findings.ts";
import { loudNaive } from "../story/findings.ts";
import { sentence } from "../story/sentence.ts";
import { cautiousWords, intervalWords, timesWords } from "../words.ts";
import { type Child, element, type Markup } from "./markup.ts";
import { axisPercent, isOutside, type RatioAxis } from "./ratio-axis.ts";

const HEIGHT = 28;
const MIDDLE = HEIGHT / 2;

/** What is drawn on one row of a plot of ratios. */
export interface Marks {
  lift: number | null;
  low: number | null;
  high: number | null;
  naive: number | null;
}

/** One row: the interval as a line, the estimate as a dot, the plain average's claim as a hollow diamond. */
export function marksSvg(axis: RatioAxis, { lift, low, high, naive }: Marks, tone: string): Markup {
  const at = (ratio: number) => `${axisPercent(axis, ratio)}%`;
  const parts: Child[] = axis.ticks.map((tick) =>
    element("line", {
      class: tick.ratio === 1 ? "axis-same" : "axis-grid",
      x1: at(tick.ratio),
      x2: at(tick.ratio),
      y1: 0,
      y2: HEIGHT,
    }),
  );
  if (naive !== null && naive > 0) {
    const outside = isOutside(axis, naive);
    const shape = outside ? (naive > 1 ? "M-5 -5L3 0L-5 5Z" : "M5 -5L-3 0L5 5Z") : "M0 -5L5 0L0 5L-5 0Z";
    parts.push(
      element(
        "svg",
        { x: at(naive), y: MIDDLE, class: "loose" },
        element("path", { class: "naive", d: shape }),
      ),
    );
  }
  if (lift !== null && low !== null && high !== null) {
    parts.push(
      element("line", { class: "interval", x1: at(low), x2: at(high), y1: MIDDLE, y2: MIDDLE }),
      ...[low, high].map((end) =>
        isOutside(axis, end)
          ? null
          : element("line", { class: "whisker", x1: at(end), x2: at(end), y1: MIDDLE - 4, y2: MIDDLE + 4 }),
      ),
      element("circle", { class: "estimate", cx: at(lift), cy: MIDDLE, r: 5 }),
    );
  }
  return element(
    "svg",
    { class: `marks ${tone}`, width: "100%", height: HEIGHT, "aria-hidden": "true" },
    parts,
  );
}

/** The names of the axis, above or below its rows. */
export function axisSvg(axis: RatioAxis): Markup {
  return element(
    "svg",
    { class: "axis", width: "100%", height: 18, "aria-hidden": "true" },
    axis.ticks.map((tick, index) =>
      element(
        "text",
        {
          x: `${axisPercent(axis, tick.ratio)}%`,
          y: 13,
          "text-anchor": index === 0 ? "start" : index === axis.ticks.length - 1 ? "end" : "middle",
          class: index % 2 === 1 ? "minor" : null,
          dx: index === 0 ? -6 : index === axis.ticks.length - 1 ? 6 : 0,
        },
        tick.label,
      ),
    ),
  );
}

const TONES = new Map<Told["verdict"], string>([
  ["supported", "up"],
  ["opposed", "down"],
  ["promising", "maybe"],
  ["negligible", "none"],
]);

/** The tone of a verdict as a class: up, down, maybe, none or open. */
export function toneOf(verdict: Told["verdict"]): string {
  return TONES.get(verdict) ?? "open";
}

/** The axis as first row of a plot. */
export function axisRow(axis: RatioAxis): Markup {
  return element(
    "li",
    { class: "plot-axis", "aria-hidden": "true" },
    element("span", {}),
    axisSvg(axis),
    element("span", {}),
  );
}

/** Rows of findings under one axis: label, plot, range in words, posts, and the plain average where it misleads. */
export function plotRows(axis: RatioAxis, findings: readonly Told[], goal: string): Markup {
  return element(
    "ul",
    { class: "plot" },
    axisRow(axis),
    findings.map((finding) => plotRow(axis, finding, goal)),
  );
}

function plotRow(axis: RatioAxis, finding: Told, goal: string): Markup {
  if (finding.sentence !== null) {
    return element(
      "li",
      { class: "plot-row" },
      element("span", { class: "plot-label" }, finding.label),
      element("span", { class: "plot-sentence" }, sentence(finding.sentence)),
    );
  }
  const naive = loudNaive(finding);
  const half = finding.verdict !== "negligible" && finding.verdict !== "unclear";
  const per = finding.outcome === goal ? null : element("small", {}, ` in ${formatOutcome(finding.outcome)}`);
  return element(
    "li",
    { class: "plot-row" },
    element("span", { class: "plot-label" }, finding.label, per),
    marksSvg(axis, finding, toneOf(finding.verdict)),
    element(
      "span",
      { class: "plot-words" },
      element(
        "b",
        { class: `tone-${toneOf(finding.verdict)}` },
        half ? cautiousWords(finding) : intervalWords(finding),
      ),
      element(
        "small",
        {},
        plural(finding.posts, "post"),
        naive === null ? null : `, average says ${timesWords(naive)}`,
      ),
    ),
  );
}
