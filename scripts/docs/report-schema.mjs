/** docs/report.schema.json: the JSON Schema of the report, as `schema` prints it. */
export async function reportSchema({ jsonSchemaOf }) {
  return {
    path: "docs/report.schema.json",
    text: `${JSON.stringify(await jsonSchemaOf("report"), null, 2)}\n`,
  };
}
