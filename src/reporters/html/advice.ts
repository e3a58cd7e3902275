import type { Report } from "../../types.ts";
import { type Advice, adviceOf } from "../story/recommendations.ts";
import { sentence } from "../story/sentence.ts";
import { section } from "./data-table.ts";
import { element, type Markup } from "./markup.ts";
import { axisSvg, marksSvg } from "./plot.ts";
import { type RatioAxis, ratioAxis } from "./ratio-axis.ts";

/** At most five recommendations as cards; the rest by title. */
export function adviceMarkup(report: Report): Markup {
  const { first, more } = adviceOf(report);
  const expected = first.flatMap(({ recommendation }) =>
    recommendation.expected ? [recommendation.expected.low, recommendation.expected.high] : [],
  );
  const axis = ratioAxis(expected);
  return section(
    "do-this",
    "Do this",
    first.length === 0
      ? element(
          "p",
          { class: "lead" },
          "Your posts do not support any advice yet. That is a result: nothing you do stands out, for better or worse.",
        )
      : element(
          "ol",
          { class: "cards" },
          first.map((advice) => card(advice, axis)),
        ),
    more.length === 0
      ? null
      : element(
          "p",
          { class: "quiet" },
          `Further down the list: ${more.map(({ recommendation }) => recommendation.title).join("; ")}.`,
        ),
  );
}

function card({ recommendation, expect, why, interval, details }: Advice, axis: RatioAxis): Markup {
  const { expected, kind } = recommendation;
  return element(
    "li",
    { class: `card kind-${kind}` },
    element("span", { class: "rank", "aria-hidden": "true" }, recommendation.rank),
    element(
      "div",
      { class: "card-body" },
      element("h3", {}, recommendation.title),
      element("p", { class: "action" }, sentence(recommendation.action)),
      element("p", {}, sentence(why)),
      element("p", { class: "next" }, element("b", {}, "Next"), ` ${sentence(recommendation.next)}`),
      element(
        "ul",
        { class: "facts small" },
        details.filter((fact) => !fact.startsWith("next posts: ")).map((fact) => element("li", {}, fact)),
      ),
    ),
    expected === null
      ? null
      : element(
          "div",
          { class: "card-side" },
          element("p", { class: "expect" }, element("small", {}, "expect"), expect),
          marksSvg(axis, { ...expected, naive: null }, "up"),
          axisSvg(axis),
          element("p", { class: "quiet" }, `whole range for the next posts: ${interval ?? ""}`),
        ),
  );
}
