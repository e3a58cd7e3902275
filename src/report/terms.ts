/** A word of the reports. Text in paragraphs; an empty line separates them. */
export interface Term {
  id: string;
  title: string;
  text: string;
  /** other names under which it is found */
  also?: readonly string[];
}

const term = (id: string, title: string, text: string, also: readonly string[] = []): Term => ({
  id,
  title,
  text,
  also,
});

/** The words of the reports, for `explain`. The verdicts are terms. */
export const TERMS: readonly Term[] = [
  term(
    "supported",
    "Supported",
    "The effect passes its claim rule and helps: the posts leave little doubt about its direction, it is at least 5 % in the middle of its range, and it also holds after allowance for how many things were looked at. Only such a finding may become advice to do something.",
  ),
  term(
    "opposed",
    "Opposed",
    "The effect passes its claim rule in the other direction: posts with it did worse than comparable posts. Only such a finding may become advice to stop something.",
  ),
  term(
    "negligible",
    "Negligible",
    "The whole interval lies within the band that counts as no difference (10 % either way, unless --negligible says otherwise). This is a result: it does not matter here, and you can stop worrying about it.",
  ),
  term(
    "promising",
    "Promising",
    "It is at least 80 % probable that it helps, but the claim rule is not passed. It is worth a test and never sold as advice.",
  ),
  term(
    "unclear",
    "Unclear",
    "The posts do not decide it: the interval holds both a gain and a loss that would matter. Most things are unclear in most accounts; that is the honest answer, not a fault.",
  ),
  term(
    "too-few",
    "Too few",
    "Below the minimum of posts for any claim. The numbers may be shown, but nothing is concluded from them.\n\nBelow 12 settled posts there is no fit at all; below 30, or within less than 21 days, there are numbers and no claims. Single things have minimums of their own, such as three uses in two weeks for a hashtag or five posts with and five without for a feature.",
  ),
  term(
    "not-in-data",
    "Not in the data",
    "The export lacks what is needed. The reason names the field and the export that has it.",
  ),
  term(
    "manual",
    "Manual",
    "No export can show it: the documents' advice is passed on as advice, and is not measured. A label column of your own (--labels) can turn it into something measured.",
  ),
  term(
    "error",
    "Error",
    "The strategy or the fit itself failed; the rest of the report stands. With --debug the program says where, and a report of it is welcome.",
  ),
  term(
    "lift",
    "Lift",
    "A ratio to what you do now, other things equal: 1 is no change, 1.2 is 20 % more, 0.9 is 10 % less. For a rate it is the ratio of odds, which for small rates is practically the ratio of the rates.\n\nWindows are compared with your present habit; hashtags, sounds and features with not using them; lengths with your own average.",
    ["effect"],
  ),
  term(
    "interval",
    "Interval",
    "The range in which the true lift lies with the probability of --level (90 % unless set), given your posts and what is usual between accounts. A wide interval says that the posts do not decide; advice leads with its cautious end.",
    ["low", "high", "level"],
  ),
  term(
    "probability",
    "Probability",
    "How probable it is, given the posts, that the ratio is above 1. It is never certainty, however close to 100 %.",
    ["sure"],
  ),
  term(
    "comparable-posts",
    "Comparable posts",
    "Posts of the same account with everything else in the model held equal: slow growth, the luck of the week, hour and weekday, hashtags, sounds, length and caption. Said only of effects that were adjusted in this way.",
    ["other-things-equal", "adjusted"],
  ),
  term(
    "naive",
    "Naive figure",
    "The ratio of plain averages, which is what a spreadsheet would claim. It takes growth, luck and company for effect: on accounts without any effect the best hour by averages still claims about three times the usual, and brings nothing later.",
    ["plain-average"],
  ),
  term(
    "mature",
    "Mature post",
    "A post that was at least 72 hours old (--min-age) when its counts were taken. Younger posts still grow and stay out of every fit; they count for consistency.",
    ["young", "settled", "min-age"],
  ),
  term(
    "snapshot",
    "Snapshot",
    "The counts of a post as one export shows them. Several exports of the same account make several snapshots: the newest is used, the older ones show how fast posts grow.",
  ),
  term(
    "as-of",
    "As-of date",
    "The reference date for ages and for dates without a year: the export's own date unless --as-of sets it. It is never the clock, so the same files give the same report tomorrow.",
  ),
  term(
    "habit",
    "Habit",
    "The weekdays and hours of your latest third of settled posts (at least ten). Windows are compared with it, because the question is whether a change would pay. As a kind of recommendation it is advice on cadence and spread that needs no effect.",
  ),
  term(
    "window",
    "Window",
    "Three hours on one or more weekdays, compared with your habit. A window is only judged where some of your posts lie within three hours of it and on its weekday.",
    ["windows", "grid", "cell"],
  ),
  term(
    "baseline",
    "Baseline",
    "What is normal for your account now: the middle of the latest ten settled posts and the band in which four of five posts land, learned from how such a forecast did on your own earlier posts.",
    ["band", "usual", "per-post"],
  ),
  term(
    "big-hit",
    "Big hit",
    "A post with at least five times the middle of the twenty posts before it. The share says how often that happened here; in public accounts it is about one in ten or eleven.",
  ),
  term(
    "trend",
    "Trend",
    "Growth or decline per month of what a post gets, other things equal. In the trends file (--trends) a trend is a sound or hashtag with the days between which it was popular.",
  ),
  term(
    "false-discovery-rate",
    "False-discovery rate",
    "Among all hashtags called supported, the share that may be mistakes: at most 10 % expected, unless --fdr says otherwise. Features have a rule of the same kind over all of them, calls to action one of their own. Without it, looking at a hundred tags would always find some that seem to work.",
    ["fdr", "step-up"],
  ),
  term(
    "shrinkage",
    "Shrinkage",
    "An effect seen on few posts is pulled towards none, because most large effects on few posts are luck. The more posts, the less it is pulled.",
    ["prior", "posterior", "partial-pooling"],
  ),
  term(
    "expected",
    "Expected",
    "What following the advice is forecast to bring with the next posts. An account's own effects come back only in part, so the forecast is smaller and wider than the finding; how much smaller was learned from the two halves of 220 real accounts.",
    ["forecast", "carry-over", "per-week-gain"],
  ),
  term(
    "matched-outcome",
    "Matched outcome",
    "What a lever is judged on is what it can move: a request for likes on likes per view, a question on comments per view, everything else on the goal. Rates need far fewer posts than counts to show the same relative effect.",
    ["outcome", "rate"],
  ),
  term(
    "goal",
    "Goal",
    "The outcome that advice is ranked by: likes unless --goal says views, comments, shares or saves.",
  ),
  term(
    "generic-tags",
    "Generic hashtags",
    "Tags that everybody adds and that say nothing about the post, such as #fyp, #foryou, #parati or #viral. They are judged as one group.",
  ),
  term(
    "group:library",
    "Library sounds",
    "All sounds that are not the account's own original sound, as one group, compared with own sounds. Single sounds are judged beside it where they were used three times or more.",
    ["library-sound", "original"],
  ),
  term(
    "consistency",
    "Consistency score",
    "How regularly the account posts, from 0 to 100, made of four parts: delivery, regularity, coverage and stability. Its range comes from leaving out groups of weeks in turn. Whether it pays is a separate question, answered by the effect of posting more often.",
    ["score"],
  ),
  term(
    "delivery",
    "Delivery",
    "Part of consistency: how much of the planned number of posts each week brought, on average; more than planned does not count extra.",
  ),
  term(
    "regularity",
    "Regularity",
    "Part of consistency: how even the gaps between posting days are, or how much one week's days look like the next week's, whichever is better.",
  ),
  term(
    "coverage",
    "Coverage",
    "Part of consistency: the share of the time with a recent post. Under data, coverage is the share of posts that have a field at all.",
  ),
  term(
    "stability",
    "Stability",
    "Part of consistency: how little the engagement rate jumps from one post to the next. Left out without views.",
  ),
  term(
    "recent-posts",
    "Posts in the 14 days before",
    "Whether posts do better after a busier fortnight: one step is two more posts, that is one more a week. The usual answer is unclear.",
  ),
  term(
    "gap",
    "Gap",
    "Days since the previous post; one step is twice as long. In public accounts a longer gap did not hurt the next post.",
  ),
  term(
    "momentum",
    "Momentum",
    "What the first days of a post tell about its end, from two or more exports of the same posts: a growth curve, and for young posts whether they head above, within or below your band.",
    ["maturity-curve", "early"],
  ),
  term(
    "backtest",
    "Backtest",
    "The question whether advice on windows would have paid: it is learned on older posts and held against newer ones, three times, with the rule of plain averages beside it.",
    ["holdout", "slope", "followed", "realised"],
  ),
  term(
    "residual-sd",
    "Residual spread",
    "How far posts still differ, in log units, when everything in the model is known; about a factor of 2.8 in public accounts. It is why single posts say so little.",
    ["residualSd", "nu", "downweighted"],
  ),
  term(
    "parts",
    "Parts of the differences",
    "How much of the differences between posts goes with trend, week, hour, weekday, hashtags, sounds and length. In most accounts nearly all of it belongs to none of them.",
  ),
  term(
    "experiment",
    "Experiment",
    "Two ways of posting, alternated inside the same weeks so that luck and growth hit both alike. It says how many posts each way needs and which lift that would find.",
    ["experiments", "arm", "arms", "posts-per-arm"],
  ),
  term(
    "detectable-lift",
    "Detectable lift",
    "The smallest lift that an experiment of this size finds four times in five. Smaller effects may be there and go unseen.",
    ["detectableLift"],
  ),
  term(
    "value",
    "Value of knowing",
    "What an experiment is worth before it is run: the gain per week, in the goal's unit, of deciding after it rather than now. Experiments are ranked by it, over effort.",
  ),
  term(
    "effort",
    "Effort",
    "Low, medium or high: what the change costs the creator. Advice is ranked by expected gain over effort; medium counts double, high four times.",
  ),
  term("do", "Do", "A recommendation from a supported finding."),
  term(
    "stop",
    "Stop",
    "A recommendation from an opposed finding; what is expected of it is what leaving it brings.",
  ),
  term(
    "test",
    "Test",
    "A recommendation to find out: probable but not proven, or cheap to learn and possibly large.",
  ),
  term("data", "Data", "A recommendation to fetch an export that would make an analysis possible."),
  term(
    "practice",
    "Practice",
    "Manual advice of the documents, at most five, chosen for the account; never above anything measured.",
  ),
  term(
    "plan",
    "Plan",
    "Posts per week that consistency and gains are reckoned with: --per-week, or the middle of your own weeks.",
    ["per-week", "perWeek"],
  ),
  term(
    "ledger",
    "Row ledger",
    "The account of every row read: used, merged into a post already known, dropped with a warning, or of another account. The four always add up to the rows read.",
  ),
  term(
    "labels",
    "Labels",
    "Columns of your own in the export, such as hook, format or mood, named with --labels. Each value used three times or more is judged like any other feature.",
  ),
];
