/** The drawings: plots of ratios, the week, the weeks, bars. */
export const STYLE_CHARTS = `
svg { display: block; }
svg text { font: var(--step-0) system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--soft); }
.loose { overflow: visible; }
.marks { overflow: visible; color: var(--none); }
.marks.up { color: var(--up); }
.marks.down { color: var(--down); }
.marks.maybe { color: var(--maybe); }
.interval { stroke: currentColor; stroke-width: 3; stroke-linecap: round; opacity: .55; }
.whisker { stroke: currentColor; stroke-width: 2; }
.estimate { fill: currentColor; }
.naive { fill: var(--surface); stroke: var(--soft); stroke-width: 1.5; }
.axis-grid { stroke: var(--line); stroke-width: 1; }
.axis-same { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 3; }
.axis { overflow: visible; }
.card .axis .minor { display: none; }
.key { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .4rem; color: var(--soft); font-size: var(--step-1); margin: 3rem 0 0; max-width: none; }
.key + section { margin-top: 1rem; }
.swatch { display: inline-block; flex: none; overflow: visible; }
.plot { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: .6rem 1.1rem; }
.plot-row, .plot-axis { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr) 14rem; gap: 0 1.25rem; align-items: center; }
.plot-row { padding: .35rem 0; border-top: 1px solid var(--line); }
.plot-axis + .plot-row { border-top: 0; }
.plot-label { font-weight: 550; line-height: 1.3; }
.plot-label small { display: block; font-weight: 400; }
.plot-words b { display: block; font-variant-numeric: tabular-nums; line-height: 1.3; }
.plot-words small { display: block; line-height: 1.3; }
.plot-sentence { grid-column: 2 / -1; }
.heat { max-width: 46rem; }
.heat figcaption { color: var(--soft); font-size: var(--step-1); margin-top: .5rem; }
.week { width: 100%; height: auto; }
.week-standing { display: none; }
.week text { font-size: 12px; }
.heat-up-2 { fill: var(--heat-up-2); }
.heat-up-1 { fill: var(--heat-up-1); }
.heat-0 { fill: var(--heat-0); }
.heat-down-1 { fill: var(--heat-down-1); }
.heat-down-2 { fill: var(--heat-down-2); }
.hatch-ground { fill: transparent; }
.hatch-line { fill: var(--hatch); }
.hatch-stroke { stroke: var(--hatch); stroke-width: 1.5; }
.habit { fill: var(--bg); stroke: var(--ink); stroke-width: 1.5; }
.cell .tip { display: none; fill: var(--ink); font-weight: 600; }
.cell:hover .tip, .cell:focus .tip { display: block; }
.cell:hover rect, .cell:focus rect { stroke: var(--ink); stroke-width: 2; }
.cell:focus { outline: none; }
.heat-key { display: flex; flex-wrap: wrap; gap: .3rem 1rem; font-size: var(--step-0); color: var(--soft); margin-top: .4rem; }
.heat-key li { display: flex; align-items: center; gap: .35rem; }
.heat-key svg { overflow: hidden; border-radius: 3px; }
figure { margin: 1.25rem 0; }
figure > figcaption { font-size: var(--step-1); color: var(--soft); margin-bottom: .6rem; }
figure > figcaption b { color: var(--ink); }
.bar { fill: var(--accent); opacity: .45; }
.hours .bar, .parts .bar { opacity: 1; }
.line { fill: none; stroke: var(--accent); stroke-width: 2; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
.point { fill: var(--accent); }
.hit { fill: var(--down); }
.halo { paint-order: stroke; stroke: var(--bg); stroke-width: 4px; stroke-linejoin: round; }
.weeks { overflow: visible; }
.hours { max-width: 46rem; }
.track { fill: var(--line); }
.parts { display: grid; gap: .55rem; max-width: 46rem; }
.parts li { display: grid; grid-template-columns: 15rem minmax(0, 1fr) 4.5rem; gap: 1rem; align-items: center; }
.parts small { display: block; line-height: 1.2; }
.parts b { font-variant-numeric: tabular-nums; text-align: right; }
@media screen and (max-width: 63.99rem) {
  .plot-row, .plot-axis { grid-template-columns: minmax(0, 12rem) minmax(0, 1fr) 13rem; }
  .axis .minor { display: none; }
}
@media screen and (max-width: 47.99rem) {
  .plot { padding: .5rem .9rem; }
  .plot-row, .plot-axis { grid-template-columns: minmax(0, 1fr); }
  .plot-row { padding: .6rem 0; }
  .plot-sentence { grid-column: 1; }
  .plot-words { display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: baseline; }
  .plot-axis span { display: none; }
  .parts li { grid-template-columns: minmax(0, 1fr) 4.5rem; gap: .15rem 1rem; }
  .parts .part-label { grid-column: 1 / -1; }
}
@media screen and (max-width: 34rem) {
  .week-lying { display: none; }
  .week-standing { display: block; max-width: 24rem; }
}
@page { margin: 14mm; }
@media print {
  :root { color-scheme: light; --bg: #ffffff; }
  :root { --step-0: 8pt; --step-1: 9pt; --step-2: 9.5pt; --step-3: 11.5pt; --step-4: 15pt; --step-5: 22pt; }
  .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .key { margin-top: 1.6rem; }
  .card { grid-template-columns: 1.6rem minmax(0, 1fr) 11rem; padding: .7rem .9rem; }
  .rank { width: 1.6rem; height: 1.6rem; }
  .plot-row, .plot-axis { grid-template-columns: minmax(0, 11rem) minmax(0, 1fr) 11rem; }
  .plot-row { padding: .15rem 0; }
  .parts li { grid-template-columns: 11rem minmax(0, 1fr) 3.5rem; }
  .axis .minor { display: none; }
  .heat { max-width: 36rem; }
  figcaption span.screen { display: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .page { max-width: none; padding: 0; }
  section { margin-top: 1.6rem; }
  h1, h2, h3, .key, figcaption { break-after: avoid; }
  .card, .plot-row, .tile, tr, figure, .parts li, .plain-list li { break-inside: avoid; }
  .chart-table { display: none; }
  .table-frame { overflow: visible; }
  a { color: inherit; }
}
`;
