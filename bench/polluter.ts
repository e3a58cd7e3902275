// Reads a known account written in every dirty way on several seeds; prints one table. Run: npm run pollute -- --seeds 3
import { pollutionGroups } from "../test/support/polluter/cases.ts";
import { pollutionFaults, readPollution } from "../test/support/polluter/pollution-outcome.ts";

const at = process.argv.indexOf("--seeds");
const seeds = at < 0 ? 3 : Number(process.argv[at + 1]);

interface Row {
  same: number;
  warned: number;
  refused: number;
  wrong: number;
}

const rows = new Map<string, Row>();
const faults: string[] = [];
for (let seed = 1; seed <= seeds; seed++) {
  for (const { group, cases } of pollutionGroups(seed)) {
    const row = rows.get(group) ?? { same: 0, warned: 0, refused: 0, wrong: 0 };
    rows.set(group, row);
    for (const pollution of cases) {
      const result = await readPollution(pollution);
      const wrong = pollutionFaults(pollution, result);
      if (wrong.length > 0) {
        row.wrong++;
        faults.push(`${pollution.name} (seed ${seed}): ${wrong[0]}`);
      } else if (typeof result === "string") row.refused++;
      else if (result.warnings.some(({ severity }) => severity === "warning")) row.warned++;
      else row.same++;
    }
  }
}

const total: Row = { same: 0, warned: 0, refused: 0, wrong: 0 };
const print = (name: string, { same, warned, refused, wrong }: Row) =>
  process.stdout.write(`| ${name} | ${same} | ${warned} | ${refused} | ${wrong} |\n`);
process.stdout.write("| what is dirty | same answer | same answer, warned | refused by name | wrong |\n");
process.stdout.write("|---|--:|--:|--:|--:|\n");
for (const [group, row] of rows) {
  print(group, row);
  for (const key of ["same", "warned", "refused", "wrong"] as const) total[key] += row[key];
}
print(`all, ${seeds} seeds`, total);
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
