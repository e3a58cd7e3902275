import { isAbsolute, relative, sep } from "node:path";
import { type Job, RUN_AT } from "./job.ts";
import { githubText, shellWord, yamlText } from "./quote.ts";

/**
 * A GitHub Actions workflow for a repository that holds the exports. A hosted runner knows nothing of this computer: paths inside
 * the repository are relative to it, and the tool comes from the registry in the version that printed the workflow.
 */
export function github(job: Job): string {
  const inRepository = (path: string) => {
    const inside = relative(job.root, path);
    if (inside === "") return ".";
    return inside.startsWith("..") || isAbsolute(inside) ? path : inside.split(sep).join("/");
  };
  const safeStart = (path: string) => (path.startsWith("-") ? `./${path}` : path);
  const exports = job.exports.map(inRepository).map(safeStart);
  const options = job.options.map((word) => (isAbsolute(word) ? inRepository(word) : word));
  const reports = inRepository(job.reports);
  const words = [...exports, ...options].map((word) => githubText(shellWord(word))).join(" ");
  const folder = githubText(shellWord(reports));
  const outside = exports.some(isAbsolute) || options.some(isAbsolute);
  const warning = outside
    ? "# A path lies outside this repository: a hosted runner does not have it. Move it in, or use a runner of your own.\n"
    : "";
  return `# Save as .github/workflows/tiktok-advisor.yml in the repository that holds the exports.
# For JSON write .json instead of .html. With --fail-on new-advice --previous last.json the run fails when the advice changes.
${warning}name: tiktok-advisor
on:
  schedule:
    - cron: '17 ${RUN_AT.hour} * * ${RUN_AT.weekday}' # UTC; the full hour is crowded
  workflow_dispatch:
permissions:
  contents: read
jobs:
  report:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: '22'
      - name: Write the report
        run: |
          mkdir -p ${folder}
          npx --yes tiktok-advisor@${job.version} analyze ${words} -o ${folder}/"$(date +%F)".html --quiet
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          name: tiktok-report
          path: ${yamlText(githubText(`${reports}/`))}
          if-no-files-found: error
`;
}
