import type { Random } from "./random.ts";

const DAY = 86_400_000;

/** When a simulated creator posts: instants in ms UTC, ascending, and the habits behind them. */
export interface Calendar {
  postedAt: number[];
  perWeek: number;
  /** centres of the usual hours, before and after the switch */
  habitEras: number[][];
  switchAt: number;
}

export interface CalendarOptions {
  posts: number;
  endAt: number;
  /** all later posts follow the new habit, instead of 80 % of them */
  shift: boolean;
}

/** Draws the posting times of MODEL.md section 9, "Calendar". Time of day comes out confounded with growth. */
export function simulateCalendar(random: Random, { posts, endAt, shift }: CalendarOptions): Calendar {
  const typicalPerWeek = posts <= 300 ? 5 : 14;
  const perWeek = Math.min(60, Math.max(2, Math.exp(random.normal(Math.log(typicalPerWeek), 0.4))));
  const spanDays = (7 * posts) / perWeek;
  const startAt = endAt - spanDays * DAY;

  const shape = random.uniform(0.6, 3);
  const gaps = Array.from({ length: posts }, () => random.gamma(shape));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);

  const era = () => Array.from({ length: 1 + random.below(3) }, () => random.uniform(7, 23));
  const habitEras = [era(), era()];
  const switchShare = random.uniform(0.35, 0.65);
  const freeShare = random.uniform(0.15, 0.35);
  const weekdays = random.dirichlet(4, 7);

  let elapsed = 0;
  const postedAt = gaps.map((gap) => {
    elapsed += gap / total;
    const late = elapsed > switchShare && (shift || random.chance(0.8));
    const slots = habitEras[late ? 1 : 0]!;
    const slot = slots[random.below(slots.length)]!;
    const hour = random.chance(freeShare) ? random.uniform(6, 25) : slot + random.normal(0, 0.9);
    let day = Math.floor((startAt + elapsed * spanDays * DAY) / DAY);
    if (random.chance(0.5)) {
      const monday = day - ((day + 3) % 7);
      day = monday + random.weighted(weekdays);
    }
    let at = Math.floor((day * DAY + (((hour % 24) + 24) % 24) * 3_600_000) / 1000) * 1000;
    while (at >= endAt - 3_600_000) at -= 7 * DAY;
    return at;
  });
  postedAt.sort((a, b) => a - b);
  return { postedAt, perWeek, habitEras, switchAt: startAt + switchShare * spanDays * DAY };
}
