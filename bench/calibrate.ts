import { CELLS } from "./calibration/cells.ts";
import type { AccountMeasures } from "./calibration/measure-account.ts";
import { writeSection } from "./calibration/model-card.ts";
import { parseOptions } from "./calibration/options.ts";
import { realAccounts } from "./calibration/real-accounts.ts";
import { type Job, readCell, runCell, runJob } from "./calibration/run-cell.ts";
import { acceptanceLines, acceptanceTable, besideTable } from "./calibration/tables.ts";

const CARD = "docs/model-card.md";

async function main(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  const { cells, seed: base, out, workers } = options;
  const chosen = CELLS.filter(
    ({ name, scenario, posts }) =>
      !cells || [name, scenario, String(posts)].some((part) => cells.includes(part)),
  );
  const measured = new Map<string, AccountMeasures[]>();
  for (const cell of chosen) {
    const accounts = options.accounts ?? (cell.posts >= 1000 ? 30 : 100);
    if (!options.printOnly) await runCell(cell, { accounts, base, out, workers, script: process.argv[1]! });
    const found = readCell(out, cell.name, base);
    if (found.length > 0) measured.set(cell.name, found);
    process.stderr.write(`${cell.name}: ${found.length} accounts\n`);
  }
  const table = acceptanceTable(measured);
  const beside = besideTable(measured);
  process.stdout.write(`Base seed ${base}.\n\n${table}\n\n${beside}\n`);
  if (options.card) {
    writeSection(CARD, "acceptance", `Base seed ${base}.\n\n${table}`);
    writeSection(CARD, "beside", beside);
  }
  if (options.real) {
    const text = await realAccounts(options.real);
    process.stdout.write(`\n${text}\n`);
    if (options.card) writeSection(CARD, "real", text);
  }
  const missed = acceptanceLines(measured).filter(({ kept }) => kept === false);
  process.stdout.write(
    `\n${missed.length === 0 ? "every bar is kept" : `${missed.length} bars are missed`}\n`,
  );
  return missed.length === 0 ? 0 : 1;
}

if (process.argv[2] === "--child") {
  process.on("message", (job: Job) => process.send!(runJob(job)));
} else {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
