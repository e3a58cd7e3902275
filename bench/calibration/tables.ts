import { BARS, type Bar, keepsBar, type Measured, ratio, type Value } from "./bars.ts";

interface Line {
  bar: Bar;
  found: Value | null;
  kept: boolean | null;
}

/** Every acceptance figure with what was reached; `kept` is null where nothing was measured. */
export function acceptanceLines(measured: Measured): Line[] {
  return BARS.map((bar) => {
    const found = ratio(measured.get(bar.cell) ?? [], bar.over, bar.under);
    return { bar, found, kept: found && keepsBar(found, bar) };
  });
}

const number = (value: number) => (Object.is(Math.round(value * 1000), -0) ? 0 : value).toFixed(3);

function edgesOf({ low, high }: Bar): string {
  if (low !== undefined && high !== undefined) return `${round(low)} to ${round(high)}`;
  return low === undefined ? `<= ${round(high!)}` : `>= ${round(low)}`;
}

const round = (value: number) => String(Math.round(value * 1000) / 1000);

/** The table as Markdown: one row per measure and cell that was measured. */
export function acceptanceTable(measured: Measured): string {
  const lines = acceptanceLines(measured).filter(({ found, kept }) => found || kept === false);
  const rows = lines.map(({ bar, found, kept }) => [
    bar.cell,
    bar.measure,
    `${number(found!.value)} ± ${number(found!.error)}`,
    String(found!.accounts),
    edgesOf(bar),
    bar.reached,
    kept ? "yes" : "**no**",
  ]);
  const header = ["cell", "measure", "found ± se", "accounts", "bar", "reference", "kept"];
  return markdown(header, rows);
}

/** Further figures without a bar: what plain averages would have claimed, and the backtest. */
export function besideTable(measured: Measured): string {
  const figures: readonly [string, string, string?][] = [
    ["best entry: promised (log)", "bestEntryPredicted"],
    ["best entry: true (log)", "bestEntryActual"],
    ["best entry: coverage", "bestEntryCovered"],
    ["best average cell: promised (log)", "plainPromised"],
    ["best average cell: true (log)", "plainActual"],
    ["best average cell no better than the habit", "plainFalse"],
    ["five best average hashtags: false share", "plainTagsFalse"],
    ["backtest: p <= .10", "backtestRejects"],
    ["backtest: slope", "backtestSlope"],
    ["useless features tested", "features"],
  ];
  const cells = [...measured.keys()];
  const rows = figures.map(([label, over, under]) => [
    label,
    ...cells.map((cell) => {
      const found = ratio(measured.get(cell)!, over, under);
      return found ? (Math.abs(found.value) >= 10 ? found.value.toFixed(0) : found.value.toFixed(2)) : "";
    }),
  ]);
  return markdown(["", ...cells], rows);
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
