import type { Experiment, Report } from "../types.ts";

/**
 * What an experiment is about, as posts can show it: its finding, or the time of its first arm.
 * @returns id of a finding for `doesIt`; a strategy's id where nothing more is known
 */
export function experimentSubject({ id, window }: Experiment): string {
  const subject = id.replace(/^experiments\//, "");
  if (subject.includes("/") || !window) return subject;
  const { weekdays, startHour, endHour } = window as Report["windows"]["best"][number];
  return `windows/${weekdays.join(".")}-${startHour}-${endHour}`;
}
