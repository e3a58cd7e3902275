import { AdvisorError } from "../errors.ts";
import { isMissing } from "./cell-tests.ts";
import { REFUSALS } from "./formats/index.ts";
import { linksOf } from "./formats/refusals.ts";
import type { HeaderView } from "./header.ts";
import { isOtherNetwork, planTable } from "./plan.ts";

/**
 * Refuses files of something else by name.
 * @throws AdvisorError REFUSED_*
 */
export function refuse(file: string, header: HeaderView, rows: readonly (readonly string[])[]): void {
  const refusal = REFUSALS.find((one) => one.claims(header, rows));
  if (refusal) throw new AdvisorError(refusal.code, file, refusal.sentence);
  const network = planTable(header.names, {}).networkColumn;
  const networks = network < 0 ? [] : rows.map((cells) => cells[network]).filter((name) => !isMissing(name));
  if (networks.length > 0 && networks.every(isOtherNetwork)) {
    const names = [...new Set(networks)].slice(0, 3).join(", ");
    throw new AdvisorError(
      "REFUSED_OTHER_PLATFORM",
      file,
      `Every row of this file belongs to another platform: ${names}.`,
    );
  }
  if (networks.length > 0) return;
  const hosts = linksOf(header, rows);
  if (hosts.length > 0) {
    throw new AdvisorError(
      "REFUSED_OTHER_PLATFORM",
      file,
      `Every link of this file belongs to another platform: ${hosts.slice(0, 3).join(", ")}.`,
    );
  }
}
