import { AdvisorError, type ErrorCode } from "../../errors.ts";
import { type AnalysisSettings, advise, type Dataset, type Report } from "../../index.ts";
import { namedZone } from "../../zone.ts";

/** What is the same for every account of a call; the inputs of `meta` come from the dataset. */
export interface Work {
  analysis: AnalysisSettings;
  tool: Report["tool"];
  meta: Report["meta"];
  strict: boolean;
}

/** A dataset that can travel to another thread: its zone is a name. */
export type TravellingDataset = Omit<Dataset, "zone"> & { zone: string };

/** An error that can travel to another thread. */
export interface TravellingError {
  known: { code: ErrorCode; place: string | null; hint: string } | null;
  message: string;
  stack: string | null;
}

/** The report of one account as JSON on one line, or why there is none. */
export type Outcome = { json: string } | { error: TravellingError };

/** Makes a dataset ready to travel. */
export function packDataset(dataset: Dataset): TravellingDataset {
  return { ...dataset, zone: dataset.zone.name };
}

/** Analyses one account; never throws. */
export function runJob(dataset: TravellingDataset, { analysis, tool, meta, strict }: Work): Outcome {
  try {
    const own = { ...meta, inputs: dataset.inputs.map((input) => ({ ...input })) };
    const report = advise({ ...dataset, zone: namedZone(dataset.zone) }, analysis, {
      tool,
      meta: own,
      strict,
    });
    return { json: JSON.stringify(report) };
  } catch (error) {
    return { error: packError(error) };
  }
}

/** Makes an error ready to travel. */
export function packError(error: unknown): TravellingError {
  const known =
    error instanceof AdvisorError ? { code: error.code, place: error.place, hint: error.hint } : null;
  const isError = error instanceof Error;
  return {
    known,
    message: isError ? error.message : String(error),
    stack: isError ? (error.stack ?? null) : null,
  };
}

/** The error that travelled; an account's error names the account where it names nothing else. */
export function unpackError({ known, message, stack }: TravellingError, account: string | null): Error {
  const error = new AdvisorError(known?.code ?? "INTERNAL", known?.place ?? account, message, known?.hint);
  if (stack !== null) error.stack = stack;
  return error;
}
