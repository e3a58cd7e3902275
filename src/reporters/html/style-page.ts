/** Colours, type and layout of the page. One accent; blue against orange for more and fewer. */
export const STYLE_PAGE = `
:root {
  color-scheme: light dark;
  --bg: #faf9f6; --surface: #ffffff; --ink: #1c1c1a; --soft: #5a5954; --line: #e2e0da; --accent: #1f5fa8;
  --up: #1f5fa8; --down: #a34a08; --maybe: #5b4b9a; --none: #62615b;
  --heat-up-2: #1f5fa8; --heat-up-1: #a9cbf0; --heat-0: #eceae4; --heat-down-1: #f4cd9c; --heat-down-2: #b8590b;
  --hatch: #d4d1c9; --notice: #fdf0dc;
  --step-0: .8125rem; --step-1: .9375rem; --step-2: 1rem; --step-3: 1.25rem; --step-4: 1.625rem; --step-5: 2.5rem;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --bg: #131519; --surface: #1b1e24; --ink: #ecebe6; --soft: #abafb8; --line: #31353e; --accent: #82b6f5;
    --up: #82b6f5; --down: #f2a662; --maybe: #b9aaf0; --none: #b4b3ac;
    --heat-up-2: #82b6f5; --heat-up-1: #30598a; --heat-0: #2b2f37; --heat-down-1: #7c4c1d; --heat-down-2: #f2a662;
    --hatch: #3a3e47; --notice: #35290f;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--bg); color: var(--ink);
  font: var(--step-2)/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
.page { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2, h3 { line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font-size: var(--step-5); letter-spacing: -.02em; font-weight: 700; }
h2 { font-size: var(--step-4); letter-spacing: -.01em; font-weight: 650; margin-bottom: 1rem; }
h3 { font-size: var(--step-3); font-weight: 620; }
p { margin: 0 0 .75rem; max-width: 44rem; }
small, .small { font-size: var(--step-0); }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
a { color: var(--accent); }
ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
section { margin-top: 3.25rem; }
section h3 { margin: 1.75rem 0 .75rem; }
.overline { font-size: var(--step-0); font-weight: 600; color: var(--accent); margin-bottom: .35rem; }
.lead { font-size: var(--step-3); line-height: 1.4; }
.quiet, small { color: var(--soft); }
.quiet { font-size: var(--step-1); }
.facts { display: flex; flex-wrap: wrap; gap: .15rem 0; color: var(--soft); margin-top: .6rem; }
.facts li:not(:last-child)::after { content: "·"; margin: 0 .5rem; }
.notice {
  background: var(--notice); border-left: 4px solid var(--down); padding: .7rem 1rem; border-radius: 4px; margin-top: 1rem;
}
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin-top: 1.5rem; }
.tile { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: .85rem 1rem .9rem; }
.tile dt { font-size: var(--step-0); color: var(--soft); }
.tile dd { font-size: var(--step-1); color: var(--soft); }
.tile b { display: block; font-size: var(--step-4); font-weight: 650; color: var(--ink); letter-spacing: -.01em; line-height: 1.25; }
.cards { display: grid; gap: .9rem; }
.card {
  display: grid; grid-template-columns: 2rem minmax(0, 1fr) 16rem; gap: 0 1.1rem;
  background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1.15rem 1.25rem;
}
.cards + p, .plot + p { margin-top: 1rem; }
.plain-list + p { margin-top: 1rem; }
.card h3 { margin: 0 0 .4rem; }
.card p { margin-bottom: .45rem; }
.card .facts { margin-top: .3rem; }
.rank {
  width: 2rem; height: 2rem; border-radius: 50%; background: var(--accent); color: var(--bg);
  display: grid; place-items: center; font-weight: 650; font-size: var(--step-1);
}
.action { font-weight: 550; }
.expect { font-size: var(--step-3); font-weight: 650; color: var(--up); line-height: 1.25; }
.expect small { display: block; font-weight: 400; }
.card-side .quiet { font-size: var(--step-0); margin: .25rem 0 0; }
.plain-list { display: grid; gap: .6rem; max-width: 48rem; }
.plain-list.small { gap: .25rem; color: var(--soft); margin-top: 1rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.table-frame { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); margin-bottom: .75rem; }
table { border-collapse: collapse; width: 100%; font-size: var(--step-1); font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { text-align: left; padding: .5rem .85rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { font-size: var(--step-0); font-weight: 600; color: var(--soft); white-space: nowrap; }
tbody th { font-weight: 550; min-width: 9rem; overflow-wrap: anywhere; }
tbody th small { display: block; font-weight: 400; }
.number { text-align: right; white-space: nowrap; }
.badge { font-weight: 550; }
.tone-up { color: var(--up); }
.tone-down { color: var(--down); }
.tone-maybe { color: var(--maybe); }
.tone-none, .tone-open { color: var(--none); }
details { margin: .6rem 0; }
summary { cursor: pointer; color: var(--accent); font-size: var(--step-1); padding: .2rem 0; }
details[open] > summary { margin-bottom: .5rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
@media screen and (max-width: 47.99rem) {
  .page { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 2rem; }
  h2 { font-size: 1.375rem; }
  section { margin-top: 2.5rem; }
  .masthead .facts { display: grid; }
  .masthead .facts li::after { content: none; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacks table, .stacks tbody, .stacks tr { display: block; }
  .stacks tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .6rem .9rem; border-bottom: 1px solid var(--line); }
  .stacks tr:last-child { border-bottom: 0; }
  .stacks th, .stacks td { display: block; padding: 0; border: 0; }
  .stacks tbody th { flex-basis: 100%; }
  .stacks td:empty { display: none; }
  .stacks td[data-name="posts"]::before, .stacks td[data-name="plain average"]::before { content: attr(data-name) " "; color: var(--soft); }
  .card { grid-template-columns: 2rem minmax(0, 1fr); gap: 0 .8rem; padding: 1rem; }
  .card-side { grid-column: 2; margin-top: .5rem; }
}
`;
