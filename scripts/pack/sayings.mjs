import { join, resolve } from "node:path";
import { useLibrary } from "./library.mjs";
import { runAlone } from "./run.mjs";

const FOLDER = resolve("fixtures/creators/native-folder");
const TABLE = resolve("fixtures/creators/scraper-table");

/**
 * Everything that the installed program says on a Node, by what was asked. Throws where it is nonsense, and where the library
 * does not make the report that the program prints.
 */
export function sayings(node, folder) {
  const bin = join(folder, "node_modules/tiktok-advisor/bin/tiktok-advisor.js");
  const say = (...args) => runAlone(node, [bin, ...args], folder);
  const said = {
    "--version": say("--version"),
    demo: say("demo"),
    "analyze native files": say("analyze", FOLDER, "--json"),
    "analyze a table": say("analyze", TABLE, "--json"),
  };
  const version = said["--version"].trim();
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`--version printed ${version}`);
  if (!said.demo.includes("Synthetic data")) throw new Error("demo does not say that its data is synthetic");
  const report = JSON.parse(said["analyze native files"]);
  if (report.recommendations.length === 0) throw new Error("the report recommends nothing");
  checkLibrary(useLibrary(node, folder, { path: FOLDER, version, generatedAt: report.meta.generatedAt }), {
    text: said["analyze native files"],
    ids: report.strategies.map(({ id }) => id),
    code: "INPUT_NOT_FOUND",
  });
  return said;
}

function checkLibrary(told, expected) {
  for (const [what, value] of Object.entries(expected))
    if (JSON.stringify(told[what]) !== JSON.stringify(value))
      throw new Error(`the library's ${what} is not what the program gives`);
}
