import type { CompareDocument } from "../types.ts";
import { compared, formatOutcome, formatRange, formatShare, plural } from "../wording.ts";
import {
  type Block,
  bulletBlocks,
  headingBlock,
  type Piece,
  paragraphBlock,
  quietBlock,
  tableBlocks,
} from "./blocks.ts";
import { instantWords } from "./calendar-words.ts";
import { documentView } from "./document-view.ts";
import { missingBlocks } from "./missing-blocks.ts";
import { sentence } from "./story/sentence.ts";
import { cautiousWords, intervalWords, timesWords, verdictWords } from "./words.ts";

/** What `compare` prints: what changed, whether the last advice was followed, and whether it paid. */
export const compareView = documentView((document: CompareDocument) => [
  ...headBlocks(document),
  ...adviceBlocks(document),
  ...growthBlocks(document),
  ...changeBlocks(document),
  ...experimentBlocks(document),
  ...missingBlocks(2, "What could not be compared", document.missing),
]);

function headBlocks({ older, newer, posts }: CompareDocument): Block[] {
  const side = ({ name, kind, asOf, posts: count }: CompareDocument["older"]): string =>
    `${name} (${kind}, ${plural(count, "post")}${asOf === null ? "" : `, ${instantWords(asOf)}`})`;
  const counts = [
    ...(posts.new === null ? [] : [`${plural(posts.new, "new post")}`]),
    ...(posts.both === null ? [] : [`${posts.both} in both`]),
    ...(posts.gone === null ? [] : [`${posts.gone} gone`]),
  ];
  return [
    headingBlock(1, "What changed"),
    paragraphBlock(`From ${side(older)} to ${side(newer)}.`),
    ...(counts.length > 0 ? [paragraphBlock(sentence(counts.join(", ")))] : []),
  ];
}

function adviceBlocks({ advice }: CompareDocument): Block[] {
  return [
    headingBlock(2, "The last advice"),
    ...(advice.length === 0 ? [paragraphBlock("The older side gave no advice.")] : []),
    ...bulletBlocks(joined(advice.filter((entry) => !isUnseen(entry))).map(advicePieces)),
    ...unseenBlocks(advice.filter(isUnseen)),
  ];
}

type Followed = CompareDocument["advice"][number];

/** Advice that no posts can show to be followed: missing exports and practices of the documents. */
function isUnseen({ kind, followed, paid }: Followed): boolean {
  return (kind === "data" || kind === "practice") && followed === null && paid === null;
}

/** Advice of which the same is said stands in one line. */
function joined(advice: readonly Followed[]): Followed[] {
  const lines: Followed[] = [];
  for (const entry of advice) {
    const same = lines.findIndex(
      ({ followed, paid, reason }) => followed === null && paid === null && reason === entry.reason,
    );
    if (same < 0 || entry.paid !== null) lines.push(entry);
    else lines[same] = { ...lines[same]!, title: `${lines[same]!.title}; ${entry.title}` };
  }
  return lines;
}

function unseenBlocks(unseen: readonly Followed[]): Block[] {
  if (unseen.length === 0) return [];
  const titles = unseen.map(({ title }) => title).join("; ");
  return [quietBlock(`Not visible in posts, so not known whether followed: ${sentence(titles)}`)];
}

function advicePieces(advice: CompareDocument["advice"][number]): Piece[] {
  const followed =
    advice.followed === null ? "not known whether followed" : advice.followed ? "followed" : "not followed";
  // most reasons name the shares themselves
  const shares =
    advice.share === null || advice.shareBefore === null || advice.reason.includes(formatShare(advice.share))
      ? ""
      : ` (${formatShare(advice.share)} of the newer posts, ${formatShare(advice.shareBefore)} before)`;
  return [{ strong: advice.title }, `: ${followed}${shares}. ${paidWords(advice)}${sentence(advice.reason)}`];
}

function paidWords({ paid, followed }: Followed): string {
  if (paid === null) return "";
  const tooFew = "Too few posts to say whether it paid";
  if (paid.lift === null || paid.low === null || paid.high === null) return `${tooFew}. `;
  const who = paid.posts === 1 ? "1 post that follows it" : `${plural(paid.posts, "post")} that follow it`;
  const result = `${who} got ${compared(paid.low, paid.high, formatOutcome(paid.outcome), "the others")}. `;
  if (paid.verdict === "too-few") return `${tooFew}: ${result}`;
  // what was done no more than before can still be compared with the rest
  const it = followed === false ? "Where it was done it" : "It";
  if (paid.verdict === "supported") return `${it} paid: ${result}`;
  if (paid.verdict === "opposed") return `${it} did not pay: ${result}`;
  return `Not proven that it paid: ${result}`;
}

function growthBlocks({ growth }: CompareDocument): Block[] {
  if (growth === null || growth.length === 0) return [];
  return [
    headingBlock(2, "How posts grew"),
    ...tableBlocks(
      [
        { name: "count" },
        { name: "posts", numeric: true },
        { name: "median", numeric: true },
        { name: "range" },
      ],
      growth.map(({ outcome, posts, median, low, high }) => [
        formatOutcome(outcome),
        String(posts),
        timesWords(median),
        `${timesWords(low)} to ${timesWords(high)}`,
      ]),
    ),
  ];
}

function changeBlocks({ changes }: CompareDocument): Block[] {
  const claim = (side: CompareDocument["changes"][number]["before"]): string => {
    if (side === null) return "not there";
    if (side.lift === null) return verdictWords(side.verdict);
    const half = side.verdict === "supported" || side.verdict === "opposed" || side.verdict === "promising";
    return `${half ? cautiousWords(side) : intervalWords(side)}, ${verdictWords(side.verdict)}`;
  };
  const loud = changes.filter((change) => change.beyondNoise);
  const quiet = changes.length - loud.length;
  return [
    headingBlock(2, "What the posts say now"),
    ...(loud.length === 0 ? [paragraphBlock("No finding moved by more than noise.")] : []),
    ...bulletBlocks(
      loud.map((change): Piece[] => [
        { strong: change.id },
        `: before ${claim(change.before)}; now ${claim(change.after)}`,
      ]),
    ),
    ...(quiet > 0 && loud.length > 0
      ? [quietBlock(`${plural(quiet, "other finding")} moved within noise.`)]
      : []),
  ];
}

function experimentBlocks({ experiments }: CompareDocument): Block[] {
  if (experiments.length === 0) return [];
  return [
    headingBlock(2, "Tests"),
    ...bulletBlocks(
      experiments.map(({ question, arms, result }): Piece[] => {
        const sizes = arms
          .map(({ label, posts }) => (posts === null ? label : `${label}: ${plural(posts, "post")}`))
          .join(", ");
        const said =
          result === null || result.low === null || result.high === null
            ? "no result yet"
            : `${formatRange(result.low, result.high)} ${formatOutcome(result.outcome)}, ${verdictWords(result.verdict)}`;
        return [{ strong: question }, ` ${sizes}; ${said}.`];
      }),
    ),
  ];
}
