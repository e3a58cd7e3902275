import { advise } from "../../../src/advise.ts";
import { readExports } from "../../../src/read/index.ts";
import type { Dataset, Report } from "../../../src/types.ts";
import { namedZone } from "../../../src/zone.ts";
import { DEFAULT_SETTINGS } from "../simulated-dataset.ts";
import type { CreatorFiles } from "./creators.ts";

/** A creator's files as the reader understands them, on a computer in Berlin. */
export function creatorDataset(files: CreatorFiles): Promise<Dataset> {
  const inputs = [...files].map(([name, text]) => ({ name, data: new TextEncoder().encode(text) }));
  return readExports(inputs, { hostZone: () => namedZone("Europe/Berlin") });
}

/** The report that `analyze` gives without flags. */
export async function creatorReport(files: CreatorFiles): Promise<Report> {
  return advise(
    await creatorDataset(files),
    { ...DEFAULT_SETTINGS, goal: "likes", synthetic: false },
    {
      tool: { name: "tiktok-advisor", version: "0.0.0" },
      meta: { generatedAt: "2026-01-01T00:00:00Z", inputs: [] },
      strict: true,
    },
  );
}
