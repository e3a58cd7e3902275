import { cell, code, table } from "../tables.mjs";

/** Verdicts, kinds of recommendations, outcomes and terms. */
export function words({ TERMS, VERDICTS, RECOMMENDATION_KINDS, OUTCOMES, GOALS, formatOutcome }) {
  const termOf = (id) => TERMS.find((term) => term.id === id);
  const meaning = (id) => [code(id), cell(termOf(id).text)];
  const told = new Set([...VERDICTS, ...RECOMMENDATION_KINDS]);
  return [
    "## Words of the reports",
    "",
    "Verdicts:",
    "",
    ...table(["verdict", "means"], VERDICTS.map(meaning)),
    "",
    "Kinds of recommendations:",
    "",
    ...table(["kind", "means"], RECOMMENDATION_KINDS.map(meaning)),
    "",
    "Outcomes:",
    "",
    ...table(
      ["outcome", "in words", "can be the goal"],
      OUTCOMES.map((outcome) => [
        code(outcome),
        formatOutcome(outcome),
        GOALS.includes(outcome) ? "yes" : "no",
      ]),
    ),
    "",
    "Other terms:",
    "",
    ...table(
      ["term", "also found as", "means"],
      TERMS.filter(({ id }) => !told.has(id)).map(({ id, also = [], text }) => [
        code(id),
        also.map(code).join(", ") || "–",
        cell(text),
      ]),
    ),
  ];
}

/** Every strategy, with a link to its entry. */
export function strategyTable({ strategies }) {
  return [
    "## Strategies",
    "",
    "How each is judged, its limits and its sources: [strategies.md](strategies.md).",
    "",
    ...table(
      ["strategy", "advice when it is supported"],
      strategies.map(({ meta }) => [`[${code(meta.id)}](strategies.md#${meta.id})`, cell(meta.title)]),
    ),
  ];
}
