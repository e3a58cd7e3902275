import type { CompareDocument, Report } from "../types.ts";
import type { NewPosts } from "./advice-followed.ts";
import { againstOthers } from "./against-others.ts";
import { experimentSubject } from "./experiment-subject.ts";
import { effectFields, judge } from "./judge.ts";

/**
 * The experiments that the older report proposed, with what the posts since then say: the first arm is doing it, the second
 * is not.
 * @param fresh null where the newer side has no posts: then nobody knows who is in an arm
 */
export function readOut(older: Report, fresh: NewPosts | null): CompareDocument["experiments"] {
  return older.experiments.map((experiment) => {
    const { id, question, arms, outcome } = experiment;
    const does = fresh?.does(experimentSubject(experiment)) ?? null;
    const since = does && fresh ? does.slice(fresh.before) : [];
    const counts = [true, false].map((arm) => since.filter((value) => value === arm).length);
    return {
      id,
      question,
      arms: arms.map(({ label }, arm) => ({ label, posts: fresh === null ? null : (counts[arm] ?? 0) })),
      result: fresh && does ? resultOf(fresh, does, id, question, outcome) : null,
    };
  });
}

function resultOf(
  { posts, judgeable, level }: NewPosts,
  does: readonly (boolean | null)[],
  id: string,
  label: string,
  outcome: Report["experiments"][number]["outcome"],
): CompareDocument["experiments"][number]["result"] {
  const places = posts.flatMap((_, i) => (judgeable[i] ? [i] : []));
  const finding = againstOthers(
    places.map((i) => posts[i]!),
    places.map((i) => does[i]!),
    { outcome, level, id, label },
  );
  if (!finding) return null;
  const [judged] = judge([finding], { level, fdr: 0.1, negligible: 0 });
  return effectFields(judged!);
}
