import { createHash } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { jsonSchemaOf, reportSchema } from "../../src/report/schema.ts";
import { SCHEMA_DOCUMENTS, SCHEMA_SHA256, SCHEMA_VERSION } from "../../src/report/vocabulary.ts";
import { richReport } from "../support/sample-report.ts";
import { SAMPLE_REPORTS } from "../support/sample-reports.ts";

const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats.default(ajv);

type Node = Record<string, unknown>;

/** Every object node of a schema. */
function nodesOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== "object" || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodesOf)];
}

describe.each(SCHEMA_DOCUMENTS)("JSON Schema of %s", (name) => {
  const schema = jsonSchemaOf(name);

  it("is draft 2020-12 and refers only within itself", () => {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(() => ajv.compile(schema)).not.toThrow();
    for (const node of nodesOf(schema))
      if (typeof node["$ref"] === "string") expect(node["$ref"]).toMatch(/^#\/\$defs\//);
  });

  it("requires every key and forbids none", () => {
    for (const node of nodesOf(schema)) {
      if (node["type"] !== "object" || node["properties"] === undefined) continue;
      expect([...((node["required"] as string[]) ?? [])].sort()).toEqual(
        Object.keys(node["properties"] as Node).sort(),
      );
      expect(node["additionalProperties"]).not.toBe(false);
    }
  });
});

describe("report schema", () => {
  const validate = ajv.compile(jsonSchemaOf("report"));

  it.each(SAMPLE_REPORTS)("accepts report %s, as zod does", (name, make) => {
    const report = JSON.parse(JSON.stringify(make()));
    if (name === "hostile") report.data.warnings = [];
    expect(validate(report), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(reportSchema.safeParse(report).success).toBe(true);
  });

  it("accepts unknown keys, and refuses a missing key, a short week and an unknown verdict", () => {
    const report = () => JSON.parse(JSON.stringify(richReport()));
    expect(validate({ ...report(), later: 1 })).toBe(true);
    const { momentum: _, ...without } = report();
    expect(validate(without)).toBe(false);
    const short = report();
    short.windows.grid.pop();
    expect(validate(short)).toBe(false);
    const odd = report();
    odd.hashtags[0].verdict = "great";
    expect(validate(odd)).toBe(false);
  });

  it("has the hash that stands beside its version", () => {
    const hash = createHash("sha256")
      .update(JSON.stringify(SCHEMA_DOCUMENTS.map(jsonSchemaOf)))
      .digest("hex");
    expect(
      hash,
      `the shape of version ${SCHEMA_VERSION} changed: raise SCHEMA_VERSION if it was released, and write the new hash`,
    ).toBe(SCHEMA_SHA256);
  });
});
