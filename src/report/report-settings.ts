import type { AnalysisSettings, Dataset, ReportSettings } from "../types.ts";
import { isoUtc } from "../zone.ts";

/** The `settings` of a document: what was asked, with the zone and as-of that the exports led to. */
export function reportSettings(
  settings: AnalysisSettings,
  { zone, zoneSource, asOf }: Pick<Dataset, "zone" | "zoneSource" | "asOf">,
): ReportSettings {
  return {
    goal: settings.goal,
    timeZone: { name: zone.name, source: zoneSource },
    asOf: asOf === null ? null : isoUtc(asOf),
    level: settings.level,
    fdr: settings.fdr,
    negligible: settings.negligible,
    minAgeHours: settings.minAgeHours,
    perWeek: settings.perWeek,
    since: settings.since,
    until: settings.until,
    labels: [...settings.labels],
    synthetic: settings.synthetic,
  };
}
