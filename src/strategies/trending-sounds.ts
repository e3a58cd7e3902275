import { trendLookup } from "../model/trends.ts";
import { median } from "../stats/quantile.ts";
import type { Dataset, Fits, Judged, SoundFinding, StrategyFact } from "../types.ts";
import { plural } from "../wording.ts";
import { isoToDay } from "../zone.ts";
import { defineStrategy } from "./frame/define-strategy.ts";
import { leverAdvice } from "./frame/evidence.ts";
import { featureFindings } from "./frame/features.ts";
import { s0, s1 } from "./frame/sources.ts";

/** Library against own sound, each sound used again, and with a trends file on trend against off trend. */
export const trendingSounds = defineStrategy({
  meta: {
    id: "trending-sounds",
    title: "Use sounds that carry your posts",
    claim: "Trending sounds lift the reach of a post.",
    method:
      "Library sounds as a group and every sound used three times or more against your own sound, other things equal; with a trends file also on trend against off trend.",
    limits:
      "No export says whether a sound was trending; only a dated list of your own (--trends) does. A trend fades, so an effect is of the time when you used it.",
    needs: ["sound"],
    uses: ["trends"],
    sources: [s0("Create high-quality, engaging content"), s1("Leverage Trending Sounds and Challenges")],
    effort: "medium",
    outcome: "goal",
    research: [
      "One account almost never uses a sound often enough to judge it by itself.",
      "Pooled over 220 public accounts, a library sound instead of an own one went with +1.6 % views (spread between accounts 10 points) and 4.8 % fewer likes per view.",
    ],
  },
  unlocks: "your own sounds could be compared with library sounds",
  measure(fits, dataset) {
    return {
      findings: [
        ...fits.sounds.filter(({ kind }) => kind !== "original"),
        ...featureFindings(fits, ["trending-sound"]),
      ],
      standing: { verdict: "too-few", reason: "Hardly any post uses another sound than your own." },
      facts: daysSinceTrend(fits, dataset),
    };
  },
  advise(judged, context) {
    if (judged.key === "trending-sound") {
      return leverAdvice(judged, context, {
        subject: { with: "with a sound of your trends list, inside its dates", without: "with other sounds" },
        do: {
          title: "Use sounds while they trend",
          action: "Take the sound of your next posts from the list of current trends.",
        },
        stop: {
          title: "Stop chasing trending sounds",
          action: "Choose sounds for the video, not from the list of trends.",
        },
        test: {
          title: "Test sounds while they trend",
          action: "Alternate posts with a trending sound and with another one.",
        },
      });
    }
    if (judged.key === "group:library") {
      return leverAdvice(judged, context, {
        subject: { with: "with a library sound", without: "with your own sound" },
        do: {
          title: "Use library sounds more often",
          action: "Use a library sound where you would use your own.",
        },
        stop: {
          title: "Use your own sound more often",
          action: "Use your own sound where you would take one from the library.",
        },
        test: { title: "Test library against own sounds", action: "Alternate library sounds with your own." },
        nextWithout: (coming) => `Use your own sound in your next ${plural(coming, "post")}.`,
      });
    }
    const { label } = judged as Judged & SoundFinding;
    return leverAdvice(judged, context, {
      subject: { with: `with the sound “${label}”`, without: "with your own sound" },
      do: {
        title: `Use the sound “${label}” again`,
        action: `Use “${label}” in one of your next posts where it fits.`,
      },
      stop: { title: `Let the sound “${label}” rest`, action: `Do not use “${label}” for now.` },
      test: {
        title: `Test the sound “${label}”`,
        action: `Alternate posts with “${label}” and with other sounds.`,
      },
      caveat: "That is how it did when you used it; trends fade.",
    });
  },
});

/** How long a sound had been trending when a post used it, for the sounds of the trends file. */
function daysSinceTrend(fits: Fits, dataset: Dataset): StrategyFact[] {
  const sounds = fits.settings.trends.filter(({ kind }) => kind === "sound");
  const lookup = trendLookup(sounds);
  const days = dataset.posts.flatMap((post) => {
    const day = post.postedOn;
    if (day === null || lookup.soundOn(post, day) !== true) return [];
    const starts = sounds
      .filter((trend) => trendLookup([trend]).soundOn(post, day) === true)
      .map(({ from }) => isoToDay(day) - isoToDay(from));
    return Math.min(...starts);
  });
  if (days.length === 0) return [];
  const middle = median(days);
  return [
    {
      key: "days-since-trend",
      value: middle,
      text: `${plural(days.length, "post")} used a sound while it was trending, half of them within ${plural(Math.round(middle), "day")} of the trend's first day.`,
    },
  ];
}
