import type { Experiment } from "../types.ts";
import type { SlotCandidate } from "./slot-candidates.ts";

/** A slot of the plan before it is written out; `arm` is the index of the experiment's arm. */
export interface PlannedSlot extends SlotCandidate {
  why: string;
  experiment: Experiment | null;
  arm: number | null;
}

/**
 * The order of two arms: ABBA BAAB ... (the Thue-Morse sequence), balanced in every pair and looking random. Which arm comes
 * first is drawn from the seed.
 * @param seed text, e.g. the experiment's id
 * @param length number of posts
 * @returns 0 or 1 for each post
 * @example armOrder("a", 4) // [0, 1, 1, 0]
 */
export function armOrder(seed: string, length: number): number[] {
  const flip = hash(seed) & 1;
  return Array.from({ length }, (_, i) => parity(i) ^ flip);
}

function parity(i: number): number {
  let bits = 0;
  for (let rest = i; rest > 0; rest >>>= 1) bits ^= rest & 1;
  return bits;
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/**
 * Gives the slots that have no test yet to the experiments in turn: both arms of one get equally many slots, never more
 * than it needs, before the next begins.
 * @param slots in order of time
 * @param experiments in order of rank, none of them about the time of posting
 */
export function assignArms(slots: readonly PlannedSlot[], experiments: readonly Experiment[]): PlannedSlot[] {
  const filled = [...slots];
  const free = filled.flatMap(({ experiment }, i) => (experiment ? [] : [i]));
  for (const experiment of experiments) {
    if (experiment.arms.length !== 2) continue;
    const size = Math.min(2 * experiment.postsPerArm, free.length - (free.length % 2));
    armOrder(experiment.id, size).forEach((arm) => {
      const i = free.shift()!;
      filled[i] = { ...filled[i]!, why: experiment.question, experiment, arm };
    });
  }
  return filled;
}
