import { readdirSync, readFileSync } from "node:fs";
import { cell, code, documented, table } from "../tables.mjs";

/** The JSON documents and their schemas. */
export function documents({ SCHEMA_DOCUMENTS, SCHEMA_VERSION }) {
  const writes = { report: "analyze, demo" };
  return [
    "## JSON documents",
    "",
    `All carry ${code("schemaVersion")} (now ${SCHEMA_VERSION}): additions raise the minor version, anything else the major one. The schema of the report`,
    "is also in [report.schema.json](report.schema.json).",
    "",
    ...table(
      ["document", "written by", "schema"],
      SCHEMA_DOCUMENTS.map((name) => [
        name,
        (writes[name] ?? name)
          .split(", ")
          .map((verb) => code(`${verb} --json`))
          .join(", "),
        code(`tiktok-advisor schema ${name}`),
      ]),
    ),
  ];
}

/** The layouts of exports, and the fields of a post with their headers. */
export function layouts({ TABLE_FORMATS, ITEM_FORMATS, POST_ALIASES, POST_FIELDS }) {
  const folder = "src/read/formats";
  const told = new Map(
    readdirSync(folder).flatMap((file) => {
      const text = readFileSync(`${folder}/${file}`, "utf8");
      const id = /^ {2}id: "([^"]+)"/m.exec(text)?.[1];
      return id ? [[id, documented(text)[0]?.about]] : [];
    }),
  );
  const headers = new Map(POST_ALIASES);
  return [
    "## Exports and columns",
    "",
    "Layouts that are known by name, as `data.files` calls them; any other table is read by its headers and values.",
    "",
    ...table(
      ["format", "is"],
      [...TABLE_FORMATS, ...ITEM_FORMATS].map(({ id }) => [code(id), cell(told.get(id) ?? "")]),
    ),
    "",
    `Fields of a post, as ${code("--map field=header")} names them, with the headers that need no ${code("--map")} (case and punctuation do not matter):`,
    "",
    ...table(
      ["field", "headers"],
      POST_FIELDS.map((field) => [code(field), cell((headers.get(field) ?? []).join(", ") || "–")]),
    ),
  ];
}

/** The functions of src/stats. */
export function statistics() {
  const folder = "src/stats";
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(`${folder}/${file}`, "utf8");
      return documented(text)
        .filter(({ name }) => text.includes(`export function ${name}`))
        .map(({ name, about }) => [`[${code(name)}](../${folder}/${file})`, cell(about)]);
    });
  return [
    "## Statistics",
    "",
    "The arithmetic behind the numbers, for those who want to check it. What the model as a whole is worth: [model-card.md](model-card.md).",
    "",
    ...table(["function", "computes"], rows),
  ];
}
