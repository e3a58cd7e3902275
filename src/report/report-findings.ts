import type { EffectFields, Report } from "../types.ts";
import { formatWindow } from "../wording.ts";

/** A finding as a report holds it: the effect fields with its id and a name for people. */
export interface ReportFinding extends EffectFields {
  id: string;
  label: string;
}

/**
 * Every finding of a report that has an id, in the order of the sections.
 * @returns id -> finding
 */
export function reportFindings(report: Report): Map<string, ReportFinding> {
  const found = new Map<string, ReportFinding>();
  const add = (id: string, label: string, effect: EffectFields) => found.set(id, { ...effect, id, label });
  for (const window of report.windows.best) {
    const weekdays = window.weekdays.map((iso) => iso - 1);
    add(window.id, formatWindow({ ...window, weekdays }), window);
  }
  for (const tag of report.hashtags) add(`hashtags/${tag.key}`, tag.label, tag);
  for (const sound of report.sounds) add(`sounds/${sound.key}`, sound.label, sound);
  for (const feature of report.features) add(`features/${feature.key}`, feature.label, feature);
  for (const point of report.duration?.curve ?? []) {
    add(`duration/${point.seconds}`, `${point.seconds} s`, point);
  }
  if (report.consistency?.matters)
    add("consistency/matters", "posting frequency", report.consistency.matters);
  return found;
}
