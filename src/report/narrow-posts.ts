import type { Dataset } from "../types.ts";
import { dayToIso, isoToDay, localTime } from "../zone.ts";

/**
 * Narrows a dataset to the posts of some local days, both inclusive: what `--since` and `--until` do. The ledger, files and
 * warnings stay as they are. Posts without a date are left out as soon as one of the bounds is given.
 * @param dataset the whole
 * @param since,until "YYYY-MM-DD" or null
 */
export function narrowPosts(dataset: Dataset, since: string | null, until: string | null): Dataset {
  if (since === null && until === null) return dataset;
  const inside = (day: string | null) =>
    day !== null && (since === null || day >= since) && (until === null || day <= until);
  return {
    ...dataset,
    posts: dataset.posts.filter(({ postedOn }) => inside(postedOn)),
    context: { ...dataset.context, days: dataset.context.days.filter(({ day }) => inside(day)) },
  };
}

/**
 * The local day that a bound stands for: a day as it is, "90d" or "12w" counted back from as-of.
 * @param bound "YYYY-MM-DD", a number of days or weeks, or null
 * @returns "YYYY-MM-DD", or null where there is no bound, or no as-of to count from
 */
export function boundDay(
  bound: string | null,
  { asOf, zone }: Pick<Dataset, "asOf" | "zone">,
): string | null {
  const span = bound === null ? null : /^(\d+)\s*([dw])$/i.exec(bound);
  if (bound === null || !span) return bound === null ? null : dayToIso(isoToDay(bound.slice(0, 10)));
  if (asOf === null) return null;
  const days = Number(span[1]) * (span[2]!.toLowerCase() === "w" ? 7 : 1);
  return dayToIso(localTime(zone, asOf).day - days);
}
