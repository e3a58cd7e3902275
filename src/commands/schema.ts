import { AdvisorError } from "../errors.ts";
import { jsonSchemaOf, SCHEMA_DOCUMENTS } from "../index.ts";
import { nearest } from "../nearest.ts";
import type { Call } from "./command.ts";
import { writeOutput } from "./output.ts";

/** `schema [document]`: prints the JSON Schema (2020-12) of one of the tool's documents; the report's by default. */
export async function schema({ args, settings, io }: Call): Promise<number> {
  const asked = args[0] ?? "report";
  const name = SCHEMA_DOCUMENTS.find((document) => document === asked);
  if (name === undefined) {
    const close = nearest(asked, SCHEMA_DOCUMENTS);
    throw new AdvisorError(
      "USAGE",
      asked,
      "there is no such document",
      close ? `did you mean ${close}?` : `one of: ${SCHEMA_DOCUMENTS.join(", ")}`,
    );
  }
  const text = `${JSON.stringify(await jsonSchemaOf(name), null, 2)}\n`;
  await writeOutput(settings.get<string>("output") ?? null, text, io);
  return 0;
}
