import { describe, expect, test } from "vitest";
import type { DesignSystem } from "../../src/model/design-system.ts";
import {
  createFactor,
  factorize,
  inverseDiagonal,
  invert,
  invertWeeks,
  solve,
} from "../../src/model/factor.ts";
import { fitCore, priorPrecision } from "../../src/model/fit.ts";
import { tagEvidence } from "../../src/model/hashtags.ts";
import { type Contrast, contrastMixture, integrate } from "../../src/model/integrate.ts";
import type { Layout } from "../../src/model/layout.ts";
import { type SlabPosterior, spikeAndSlab } from "../../src/model/spike-and-slab.ts";
import { mixtureAboveZero, mixtureMoments, mixtureQuantile } from "../../src/stats/normal-mixture.ts";
import { denseSystem, readDesign, referenceJson, referencePresent } from "../support/reference.ts";

const close = (found: ArrayLike<number>, wanted: ArrayLike<number>) => {
  expect(found.length).toBe(wanted.length);
  let worst = 0;
  for (let i = 0; i < wanted.length; i++) worst = Math.max(worst, Math.abs(found[i]! - wanted[i]!));
  return worst;
};

function correlation(a: number[], b: number[]): number {
  const centred = (values: number[]) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    return values.map((x) => x - mean);
  };
  const [x, y] = [centred(a), centred(b)];
  const dot = (p: number[], q: number[]) => p.reduce((sum, value, i) => sum + value * q[i]!, 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

describe.skipIf(!referencePresent).each(["A", "B", "C"])("account %s of the shared reference", (name) => {
  const design = readDesign(`${name}.design.csv`);
  const answer = referenceJson(`${name}.model.json`);
  const standardised = design.y.map((value) => (value - answer.y_median) / answer.s0);
  const { system, place } = denseSystem(design, answer.prior, answer.feat_sd);

  test("coefficients and standard errors at fixed scales agree with R", () => {
    const { fixed_sd: fixed } = referenceJson(`${name}.R.json`);
    const factor = createFactor(system);
    const precision = priorPrecision(
      system,
      system.blocks.map((block) => fixed.sd[block.name]),
    );
    factorize(factor, 1, precision);
    const rhs = new Float64Array(system.size);
    for (const name of place.keys()) {
      const own = design.columns.get(name)!;
      rhs[place.get(name)!] = own.reduce((sum, x, i) => sum + x * standardised[i]!, 0);
    }
    const coefficients = new Float64Array(system.size);
    solve(factor, rhs, coefficients);
    invert(factor);
    invertWeeks(factor);
    const variances = inverseDiagonal(factor);
    const order = fixed.order.map((column: string) => place.get(column)!);
    const coef = order.map((j: number) => coefficients[j]!);
    const se = order.map((j: number) => Math.sqrt(variances[j]!));
    expect(close(coef, fixed.coef) / Math.max(...fixed.coef.map(Math.abs))).toBeLessThan(1e-11);
    expect(close(se, fixed.se) / Math.max(...fixed.se)).toBeLessThan(1e-11);
  });

  test("the fit and its contrasts agree with the reference implementation", () => {
    const fit = fitCore(system, Float64Array.from(standardised));
    expect(fit.nu).toBe(answer.nu);
    expect(Math.abs(fit.s2 - answer.s2)).toBeLessThan(1e-8);
    expect(Math.abs(fit.edf - answer.edf)).toBeLessThan(1e-6);
    system.blocks.forEach((block, k) => {
      expect(close(fit.marginals[k]!, answer.hyper_marginals[block.name])).toBeLessThan(1e-8);
    });
    const at = (column: string) => place.get(column)!;
    const weights = [1, 2, 3, 4].map((k) => k ** -1.5);
    const norm = Math.sqrt([1, 2, 3, 4].reduce((sum, k) => sum + k ** -3, 0));
    const row = (d: number, h: number) => {
      const l = new Float64Array(system.size);
      const wave = [
        ...weights.map((w, k) => (Math.cos((2 * Math.PI * (k + 1) * h) / 24) * w) / norm),
        ...weights.map((w, k) => (Math.sin((2 * Math.PI * (k + 1) * h) / 24) * w) / norm),
      ];
      wave.forEach((value, k) => {
        l[at(`hour__${k}`)] = value;
        l[at(`int__${8 * d + k}`)] = value;
      });
      l[at(`wd__${d}`)] = 1;
      return l;
    };
    const rows = Array.from({ length: 168 }, (_, c) => row(Math.floor(c / 24), (c % 24) + 0.5));
    const average = new Float64Array(system.size);
    for (const l of rows) for (let j = 0; j < l.length; j++) average[j]! += l[j]! / 168;
    const tags = [...place.keys()].filter((column) => column.startsWith("tag__"));
    const contrasts: Contrast[] = [
      ...rows.map((l) => {
        const columns = [...l.keys()].filter((j) => l[j] !== 0 || average[j] !== 0);
        return { columns, values: columns.map((j) => l[j]! - average[j]!) };
      }),
      ...[0, 1, 2].map((k) => ({ columns: [at(`feat__${k}`)], values: [1] })),
      ...tags.map((column) => ({ columns: [at(column)], values: [1] })),
    ];
    const integration = integrate(fit, 32, contrasts, 168);
    const compare = (
      from: number,
      wanted: { mean: number[]; sd: number[]; p_pos: number[]; q05?: number[]; q95?: number[] },
    ) => {
      const mixtures = wanted.mean.map((_, c) => contrastMixture(integration, from + c));
      const moments = mixtures.map(mixtureMoments);
      const s0 = answer.s0;
      const worst = [
        close(
          moments.map(({ mean }) => mean * s0),
          wanted.mean,
        ),
        close(
          moments.map(({ sd }) => sd * s0),
          wanted.sd,
        ),
        close(mixtures.map(mixtureAboveZero), wanted.p_pos),
        wanted.q05
          ? close(
              mixtures.map((m) => mixtureQuantile(m, 0.05) * s0),
              wanted.q05,
            )
          : 0,
        wanted.q95
          ? close(
              mixtures.map((m) => mixtureQuantile(m, 0.95) * s0),
              wanted.q95,
            )
          : 0,
      ];
      for (const difference of worst) expect(difference).toBeLessThan(1e-8);
    };
    compare(0, answer.how_vs_uniform);
    // Another model of another program, which does not shrink as strongly: the shape of the hours is the same.
    const byHour = (cells: number[]) =>
      Array.from({ length: 24 }, (_, h) => cells.reduce((sum, x, c) => sum + (c % 24 === h ? x / 7 : 0), 0));
    const hours = byHour(rows.map((_, c) => mixtureMoments(contrastMixture(integration, c)).mean));
    const { hour_effect: gam } = referenceJson(`${name}.R.json`).mgcv_cc_gaussian;
    expect(correlation(hours, gam)).toBeGreaterThan(0.9);
    compare(168, answer.feat);
    compare(171, answer.tag);

    // Tags are evaluated by the same code as in the product: only the place of their block is taken from the design.
    const layout = { tag: at("tag__0"), tagCount: tags.length } as Layout;
    const built = { layout } as DesignSystem;
    const evidence = tagEvidence({ core: fit, built, outcome: "views", s0: answer.s0, centre: 0 });
    const spike = answer.tag_spike;
    expect(close(evidence.estimates, spike.bhat)).toBeLessThan(1e-8);
    expect(close(evidence.errors, spike.s)).toBeLessThan(1e-8);
  });

  test("the spike-and-slab stage agrees with the reference implementation, given its evidence", () => {
    const { tag_spike: spike } = answer;
    const { weights, posteriors } = spikeAndSlab(spike.bhat, spike.s);
    const all = (of: (posterior: SlabPosterior) => number) => posteriors.map(of);
    expect(close(weights, spike.pi)).toBeLessThan(1e-12);
    expect(
      close(
        all(({ mean }) => mean * answer.s0),
        spike.mean,
      ),
    ).toBeLessThan(1e-12);
    expect(
      close(
        all(({ zero }) => zero),
        spike.p_null,
      ),
    ).toBeLessThan(1e-12);
    expect(
      close(
        all(({ above }) => above),
        spike.p_pos,
      ),
    ).toBeLessThan(1e-12);
    expect(
      close(
        all(({ quantile }) => quantile(0.05) * answer.s0),
        spike.q05,
      ),
    ).toBeLessThan(1e-12);
    expect(
      close(
        all(({ quantile }) => quantile(0.95) * answer.s0),
        spike.q95,
      ),
    ).toBeLessThan(1e-12);
  });
});
