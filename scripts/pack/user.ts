// What a user of the library writes. Compiled strictly against the packed types, without the types of Node,
// and run on every Node; the errors that are expected show that nothing has decayed into `any`.
import {
  AdvisorError,
  type AnalysisSettings,
  advise,
  type Dataset,
  DEFAULT_SETTINGS,
  type Report,
  readExports,
  reporters,
  type Strategy,
  strategies,
  type Verdict,
} from "tiktok-advisor";

const settings: AnalysisSettings = { ...DEFAULT_SETTINGS };

/** The JSON that `analyze --json` prints, made by hand from the parts that the library exports. */
export async function reportText(path: string, version: string, generatedAt: string): Promise<string> {
  const dataset: Dataset = await readExports([path]);
  const report: Report = advise(dataset, settings, {
    tool: { name: "tiktok-advisor", version },
    meta: { generatedAt, inputs: [...dataset.inputs] },
  });
  const json = reporters.find(({ id }) => id === "json");
  if (json === undefined) throw new Error("there is no JSON view");
  return json.render(report, { width: 80, colour: 0, unicode: true });
}

/** The ids of the catalogue, and the code of the error for a file that is not there. */
export async function facts(): Promise<{ ids: string[]; code: string }> {
  const ids = strategies.map(({ meta }: Strategy) => meta.id);
  const code = await readExports(["no-such-file.csv"]).then(
    () => "none",
    (error: unknown) => (error instanceof AdvisorError ? error.code : "another error"),
  );
  return { ids, code };
}

export function typesHold(report: Report): Verdict {
  // @ts-expect-error a ledger counts rows
  const rows: string = report.data.rows.read;
  // @ts-expect-error a recommendation may expect nothing that can be told as a number
  const lift: number = report.recommendations[0]?.expected.lift;
  // @ts-expect-error no such goal
  settings.goal = "fame";
  // @ts-expect-error no such verdict
  return rows === "" && lift === 0 ? "supported" : "certain";
}
