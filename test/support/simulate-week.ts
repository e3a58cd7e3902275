import type { Random } from "./random.ts";

export interface WeekScales {
  hour: number;
  weekday: number;
  /** weekend against the other days, by hour */
  inter: number;
}

const turn = (hour: number, phase: number, times = 1) => Math.cos((2 * Math.PI * times * hour) / 24 - phase);

function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  return values.map((v) => (sd > 0 ? (v - mean) / sd : 0));
}

/**
 * The effect of the hour of the week on log views as a function (weekday 0 = Monday, hour in [0, 24)), and its truth: 168
 * values at the middles of the hours, weekday-major, centred.
 */
export function simulateWeek(random: Random, scales: WeekScales) {
  const [first, second, third] = [0, 1, 2].map(() => random.uniform(0, 2 * Math.PI)) as [
    number,
    number,
    number,
  ];
  const overtone = random.uniform(0.3, 0.8);
  const raw = (hour: number) => turn(hour, first) + overtone * turn(hour, second, 2);
  const rms = Math.sqrt((1 + overtone ** 2) / 2);
  const weekdays = standardise(Array.from({ length: 7 }, () => random.normal())).map(
    (v) => v * scales.weekday,
  );
  const effect = (weekday: number, hour: number) =>
    (scales.hour * raw(hour)) / rms +
    weekdays[weekday]! +
    scales.inter * ((weekday >= 5 ? 1 : 0) - 2 / 7) * turn(hour, third);
  const grid = Array.from({ length: 168 }, (_, c) => effect(Math.floor(c / 24), (c % 24) + 0.5));
  const mean = grid.reduce((sum, v) => sum + v, 0) / 168;
  return { effect, grid: grid.map((v) => v - mean) };
}

/** Active followers by hour: an evening bell, twice the standardised effect of the hour, and noise, through a logistic. */
export function simulateActivity(random: Random, grid: readonly number[]): number[] {
  const byHour = Array.from({ length: 24 }, (_, h) => {
    let sum = 0;
    for (let d = 0; d < 7; d++) sum += grid[24 * d + h]!;
    return sum / 7;
  });
  return standardise(byHour).map((z, h) => {
    const bell = 1.5 * turn(h + 0.5, (2 * Math.PI * 18) / 24);
    return Math.round(1000 / (1 + Math.exp(-(bell + 2 * z + random.normal()))));
  });
}
