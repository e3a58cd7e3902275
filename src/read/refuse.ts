import { AdvisorError } from "../errors.ts";
import { linksOf, REFUSALS } from "./formats/refusals.ts";
import type { HeaderView } from "./header.ts";

/**
 * Refuses files of something else by name.
 * @throws AdvisorError REFUSED_*
 */
export function refuse(file: string, header: HeaderView, rows: readonly (readonly string[])[]): void {
  const refusal = REFUSALS.find((one) => one.claims(header, rows));
  if (refusal) throw new AdvisorError(refusal.code, file, refusal.sentence);
  const hosts = linksOf(header, rows);
  if (hosts.length > 0) {
    throw new AdvisorError(
      "REFUSED_OTHER_PLATFORM",
      file,
      `Every link of this file belongs to another platform: ${hosts.slice(0, 3).join(", ")}.`,
    );
  }
}
