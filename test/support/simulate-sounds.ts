import type { Random } from "./random.ts";

/** The sound of one post: its key ("own" = the account's original sound) and its planted effect on log views. */
export interface SimulatedSound {
  key: string;
  name: string;
  effect: number;
}

const OWN = 0.55;
const ONE_OFF = 0.2;

/**
 * Draws the sounds of MODEL.md section 9.
 * @param days time of each post in days
 * @param libraryEffect what every library post gets besides (scenario real)
 */
export function simulateSounds(
  random: Random,
  days: readonly number[],
  mult: number,
  libraryEffect: number,
): SimulatedSound[] {
  const first = days[0]!;
  const span = days[days.length - 1]! - first;
  const size = Math.min(60, Math.max(4, Math.floor(days.length / 15)));
  const sounds = Array.from({ length: size }, (_, index) => {
    const trending = index < size / 2;
    const peak = first + random.uniform() * span;
    const width = random.uniform(15, 60);
    const height = random.uniform(0.2, 0.9);
    const steady = random.chance(0.2) ? random.normal(0, 0.3) : 0;
    const bell = (t: number) => Math.exp(-(((t - peak) / width) ** 2) / 2);
    return {
      key: `${7_100_000_000_000_000_000n + BigInt(index)}`,
      name: `sound ${String(index).padStart(2, "0")}`,
      pick: (t: number) => (trending ? bell(t) + 0.02 : 0.4),
      effect: (t: number) => (trending ? height * bell(t) : steady),
    };
  });
  return days.map((t, i) => {
    const u = random.uniform();
    if (u < OWN) return { key: "own", name: "original sound", effect: 0 };
    if (u < OWN + ONE_OFF) {
      const key = `${7_200_000_000_000_000_000n + BigInt(i)}`;
      return { key, name: `once ${i}`, effect: mult * (random.normal(0, 0.12) + libraryEffect) };
    }
    const sound = sounds[random.weighted(sounds.map(({ pick }) => pick(t)))]!;
    return { key: sound.key, name: sound.name, effect: mult * (sound.effect(t) + libraryEffect) };
  });
}
