import { readFileSync } from "node:fs";

/** README.md: the first screen of the demo's text report between its marks. */
export async function readme({ advise, DEFAULT_SETTINGS, demoExport, readExports, reporters }) {
  const { name, text } = demoExport(false);
  const dataset = await readExports([{ name, data: new TextEncoder().encode(text) }]);
  const head = {
    tool: { name: "tiktok-advisor", version: "0" },
    meta: { generatedAt: "2026-01-01T00:00:00Z", inputs: [] },
  };
  const report = advise(dataset, { ...DEFAULT_SETTINGS, synthetic: true }, head);
  const reporter = reporters.find(({ id }) => id === "text");
  const lines = reporter.render(report, { width: 100, colour: 0, unicode: true }).split("\n");
  const end = lines.findIndex((line) => line.includes("YOU CAN STOP WORRYING")) - 1;
  const screen = lines.slice(0, end).join("\n").trimEnd();
  const current = readFileSync("README.md", "utf8");
  const marked = /<!-- report -->[\s\S]*?<!-- \/report -->/;
  return {
    path: "README.md",
    text: current.replace(marked, () => `<!-- report -->\n\`\`\`text${screen}\n\`\`\`\n<!-- /report -->`),
  };
}
