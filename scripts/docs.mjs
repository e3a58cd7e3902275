// `npm run docs`: writes every generated document; with --check only says which are out of date, and fails then.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { BUNDLE } from "./bundle.mjs";
import { creators } from "./docs/creators.mjs";
import { man } from "./docs/man.mjs";
import { readme } from "./docs/readme.mjs";
import { reference } from "./docs/reference.mjs";
import { reportSchema } from "./docs/report-schema.mjs";
import { strategies } from "./docs/strategies.mjs";

/** Each takes the library and gives the path and the text of one document. */
const generators = [strategies, reference, reportSchema, man, creators, readme];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const check = process.argv.includes("--check");
// Below the project, so that the bundle finds the packages it leaves outside.
mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
const folder = mkdtempSync(join(root, "node_modules/.cache/docs-"));
try {
  const bundle = join(folder, "index.mjs");
  await build({
    stdin: {
      contents: [
        'export * from "./src/index.ts";',
        'export { buildProgram } from "./src/cli.ts";',
        'export * from "./src/commands/settings.ts";',
        'export { ARGUMENTS, VERBS } from "./src/commands/verbs.ts";',
        'export { formatsOf } from "./src/commands/formats.ts";',
        'export { CONFIG_NAME, FILE_KEYS, takesNumber } from "./src/commands/resolve-settings.ts";',
        'export { ENVIRONMENT } from "./src/commands/environment.ts";',
        'export { EXIT_STATUS, manPage } from "./src/commands/man-page.ts";',
        'export { FILE_WARNINGS } from "./src/read/file-warnings.ts";',
        'export { POST_ALIASES } from "./src/read/aliases.ts";',
        'export { POST_FIELDS } from "./src/read/rows.ts";',
        'export { ITEM_FORMATS, TABLE_FORMATS } from "./src/read/formats/index.ts";',
        'export { TERMS } from "./src/report/terms.ts";',
        'export { formatOutcome } from "./src/wording.ts";',
      ].join("\n"),
      resolveDir: root,
    },
    outfile: bundle,
    ...BUNDLE,
  });
  const library = await import(pathToFileURL(bundle).href);
  for (const generate of generators) {
    const { path, text } = await generate({ ...library, version });
    const current = textOf(join(root, path));
    if (current === text) console.log(`${path} is current`);
    else if (check) {
      console.log(`${path} is out of date: run npm run docs`);
      process.exitCode = 1;
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      console.log(`wrote ${path}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
