/** What `npm run calibrate` may be told. */
export interface CalibrateOptions {
  accounts: number | null;
  cells: readonly string[] | null;
  seed: number;
  out: string;
  workers: number;
  /** also split the real accounts of this folder in time */
  real: string | null;
  /** write the tables into the model card */
  card: boolean;
  /** only print what has been measured before */
  printOnly: boolean;
}

export const USAGE = `npm run calibrate -- [options]
  --accounts N      accounts per cell (default 100, 30 for cells of 1000 posts)
  --cells a,b       only cells with these names, scenarios or sizes, e.g. null-300,real,30
  --seed N          base seed (default 2026)
  --out DIR         where results are kept; a cell continues where it was left (default node_modules/.cache/calibration)
  --workers N       processes (default 2)
  --real DIR        also split the real accounts of this folder in time
  --card            write the tables into docs/model-card.md
  --print           measure nothing, print what there is`;

/**
 * Reads the arguments.
 * @throws RangeError for an unknown argument or a value that does not fit
 */
export function parseOptions(argv: readonly string[]): CalibrateOptions {
  const options: CalibrateOptions = {
    accounts: null,
    cells: null,
    seed: 2026,
    out: "node_modules/.cache/calibration",
    workers: 2,
    real: null,
    card: false,
    printOnly: false,
  };
  const rest = [...argv];
  const value = (flag: string) => {
    const next = rest.shift();
    if (next === undefined) throw new RangeError(`${flag} needs a value\n${USAGE}`);
    return next;
  };
  const count = (flag: string) => {
    const text = value(flag);
    if (!/^\d{1,9}$/.test(text)) throw new RangeError(`${flag} needs a whole number\n${USAGE}`);
    return Number(text);
  };
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === "--accounts") options.accounts = count(flag);
    else if (flag === "--cells") options.cells = value(flag).split(",");
    else if (flag === "--seed") options.seed = count(flag);
    else if (flag === "--out") options.out = value(flag);
    else if (flag === "--workers") options.workers = Math.max(1, count(flag));
    else if (flag === "--real") options.real = value(flag);
    else if (flag === "--card") options.card = true;
    else if (flag === "--print") options.printOnly = true;
    else throw new RangeError(`unknown argument ${flag}\n${USAGE}`);
  }
  return options;
}
