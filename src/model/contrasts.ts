import type { DesignSystem } from "./design-system.ts";
import type { Contrast } from "./integrate.ts";
import { rampRow } from "./ramps.ts";
import { hourWaves, WAVES } from "./waves.ts";

/** Cells of the week, weekday-major from Monday 0 h. */
export const CELLS = 168;

/** Share of the habit in each of the 168 cells; sums to 1. */
export type CellShares = Float64Array;

/**
 * The effect of each cell of the week against the habit (MODEL.md 4.1): row(d, h + .5) - sum of the habit's rows, over the
 * columns hour, wd and int. Needs a design with hours.
 */
export function cellContrasts({ layout }: DesignSystem, habit: CellShares): Contrast[] {
  const from = layout.hour;
  const width = layout.size - from;
  const row = (cell: number) => {
    const day = Math.floor(cell / 24);
    const values = new Float64Array(width);
    const waves = hourWaves((cell % 24) + 0.5);
    values.set(waves, 0);
    values[layout.wd - from + day] = 1;
    values.set(waves, layout.int - from + day * WAVES);
    return values;
  };
  const rows = Array.from({ length: CELLS }, (_, cell) => row(cell));
  const average = new Float64Array(width);
  rows.forEach((values, cell) => {
    const share = habit[cell]!;
    if (share > 0) for (let j = 0; j < width; j++) average[j]! += share * values[j]!;
  });
  const columns = Int32Array.from({ length: width }, (_, j) => from + j);
  return rows.map((values) => ({ columns, values: values.map((value, j) => value - average[j]!) }));
}

/** One coefficient alone. */
export function coefficient(column: number): Contrast {
  return { columns: [column], values: [1] };
}

/**
 * A feature against not having it. Of a label column every post has some value, so a value is compared with the others as
 * they are used: the coefficients alone could be told apart only by their prior.
 */
export function featureContrast(built: DesignSystem, key: string): Contrast {
  const { design, layout } = built;
  const column = featureColumn(built, key);
  const own = design.features[column - layout.feat]!;
  const columns = [column];
  const values = [1];
  const { group } = own.feature;
  if (group === undefined || own.mean >= 1) return { columns, values };
  design.features.forEach(({ feature, mean }, place) => {
    if (feature.group !== group || feature === own.feature) return;
    columns.push(layout.feat + place);
    values.push(-mean / (1 - own.mean));
  });
  return { columns, values };
}

/** Column of a feature, or -1 when it is not in the design. */
export function featureColumn({ design, layout }: DesignSystem, key: string): number {
  const place = design.features.findIndex(({ feature }) => feature.key === key);
  return place < 0 ? -1 : layout.feat + place;
}

/** A length against the account's own average (MODEL.md 4.5). */
export function durationContrast(built: DesignSystem, column: number, seconds: number): Contrast {
  const { design, layout } = built;
  const log = Math.log(seconds);
  const mean = design.features[column - layout.feat]!.mean;
  const columns = [column];
  const values = [log - mean];
  if (design.duration) {
    const average = design.duration.mean;
    rampRow(design.duration.knots, log).forEach((value, j) => {
      columns.push(layout.dur + j);
      values.push(value - average[j]!);
    });
  }
  return { columns, values };
}

/** The growth between two days of the fit: the newer minus the older, over slope and trend. */
export function growthContrast({ design, layout }: DesignSystem, older: number, newer: number): Contrast {
  const columns: number[] = [];
  const values: number[] = [];
  if (design.slope) {
    columns.push(layout.slope);
    values.push((newer - older) / design.slope.sd);
  }
  if (design.trend) {
    const before = rampRow(design.trend.knots, older);
    rampRow(design.trend.knots, newer).forEach((value, j) => {
      columns.push(layout.trend + j);
      values.push(value - before[j]!);
    });
  }
  return { columns, values };
}
