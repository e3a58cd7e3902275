import { strategies as catalogue, catalogueView } from "../index.ts";
import type { Call } from "./command.ts";
import { head, settingsWithoutData } from "./head.ts";
import { formatOf, showDocument } from "./show.ts";

/** `strategies`: the catalogue of documented strategies, how each is judged, and its sources. */
export async function strategies(call: Call): Promise<number> {
  const { settings, io } = call;
  const document = {
    ...head(io, []),
    settings: await settingsWithoutData(call),
    strategies: catalogue.map(({ meta }) => ({
      id: meta.id,
      title: meta.title,
      claim: meta.claim,
      limits: meta.limits,
      needs: meta.needs,
      outcome: meta.outcome,
      effort: meta.effort,
      sources: meta.sources,
    })),
  };
  await showDocument(document, catalogueView, undefined, formatOf(settings, "strategies"), call);
  return 0;
}
