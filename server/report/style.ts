/** How a report looks: on a screen as on A4, always light, since paper is. */
import { colours, hues } from './colours.ts';
import { trusted } from './html.ts';

const variables = Object.entries(colours)
  .map(([name, value]) => `--${name}: ${value};`)
  .join(' ');
const categories = Object.entries(hues)
  .map(([name, hue]) => `.category-${name} { --hue: ${hue}; }`)
  .join('\n');
const states = {
  done: 'done',
  cached: 'running',
  failed: 'failed',
  skipped: 'idle',
  cancelled: 'idle',
  waiting: 'waiting',
  none: 'idle',
} as const;
const marks = Object.entries(states)
  .map(([name, colour]) => `.state-${name} { --state: var(--${colour}); }`)
  .join('\n');
/** Ink on every one of these keeps its contrast. */
const heats = [0, 1, 2, 3, 4, 5]
  .map((fifth) => `.heat-${fifth} { --heat: ${fifth * 9}%; }`)
  .join('\n');

export const style = trusted(`:root { color-scheme: light; ${variables} }
${categories}
${marks}
${heats}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/21px Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
main { max-width: 1000px; margin: 24px auto; padding: 40px 48px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
footer { max-width: 1000px; margin: 0 auto 32px; padding: 0 48px; color: var(--quiet); font-size: 12px; }
h1 { margin: 2px 0 8px; font-size: 28px; line-height: 34px; letter-spacing: -0.015em; }
h2 { margin: 40px 0 12px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 18px; line-height: 24px; }
h3 { margin: 28px 0 6px; font-size: 15px; line-height: 20px; }
h1, h2, h3, p, td, th, dd, li { overflow-wrap: anywhere; }
p { margin: 6px 0; }
code { font: 12px/18px ui-monospace, Menlo, Consolas, monospace; }
.brand { color: var(--accent); font-weight: 600; }
.description { max-width: 72ch; white-space: pre-line; }
.note { color: var(--quiet); font-size: 12px; font-weight: 400; line-height: 18px; }
.outcome { margin-top: 16px; padding: 10px 14px; border-left: 4px solid var(--state); border-radius: 4px; background: var(--paper); }
.outcome strong { color: var(--state); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 12px 24px; margin: 16px 0 0; }
.facts dt { color: var(--quiet); font-size: 12px; line-height: 16px; }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; }
.values { margin: 0; padding: 0; list-style: none; }
.problem { margin: 8px 0; padding: 8px 14px; border-radius: 8px; background: var(--failed-soft); }
.problem h3 { margin: 0; }
.problem .note { color: var(--ink); }
.meaning { max-width: 80ch; font-size: 15px; line-height: 23px; }
.notes { padding: 0; list-style: none; }
.notes li { margin: 4px 0; padding: 6px 12px; border-left: 3px solid var(--line-strong); background: var(--paper); }
.notes .note-warning { border-color: var(--stale); background: var(--stale-soft); }
table { width: 100%; margin: 12px 0; border-collapse: collapse; }
caption { padding: 8px 0 4px; font-weight: 600; text-align: left; }
th, td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--quiet); font-size: 12px; line-height: 18px; white-space: nowrap; }
tbody th { font-weight: 500; }
.numeric { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.numeric:last-child, td.numeric:last-child { padding-right: 0; }
.steps { font-size: 13px; line-height: 19px; }
.steps .note { display: block; }
.steps tbody th { min-width: 96px; }
.steps .inner td:first-child { padding-left: 12px; }
.steps td[class^='state-'] { color: var(--state); white-space: nowrap; }
.dot { display: inline-block; width: 8px; height: 8px; margin-right: 6px; border-radius: 50%; background: var(--state); }
.hash { overflow-wrap: anywhere; }
.models td:nth-child(2) { width: 40%; vertical-align: middle; }
.bar { display: block; width: 100%; height: 10px; }
.bar .rest { fill: var(--line); }
.bar .share { fill: var(--accent); }
.bar .guess { fill: var(--line-strong); }
.confusion { width: auto; min-width: 50%; }
.confusion thead th { max-width: 140px; white-space: normal; }
.confusion th, .confusion td { padding: 6px 12px; }
.confusion .numeric:last-child { padding-right: 12px; }
.confusion td.right { background: color-mix(in srgb, var(--accent) var(--heat), white); }
.confusion td.wrong { background: color-mix(in srgb, var(--failed) var(--heat), white); }
.chart { margin: 16px 0; }
.chart figcaption { font-weight: 600; }
.chart svg { display: block; width: 100%; max-width: 680px; height: auto; overflow: visible; }
.graph { display: block; width: 100%; height: auto; margin: 8px 0; }
.graph .wires path { fill: none; stroke: var(--wire); stroke-width: 2; }
.graph-large .wires path { stroke-width: 5; }
.graph .box { fill: var(--surface); stroke: var(--line-strong); }
.graph .tile { fill: oklch(0.94 0.045 var(--hue, 250)); }
.graph text { fill: var(--ink); font-size: 14px; }
.graph .number { fill: oklch(0.42 0.13 var(--hue, 250)); font-size: 17px; font-weight: 600; }
.graph .large { fill: oklch(0.42 0.13 var(--hue, 250)); font-size: 44px; font-weight: 600; }
.graph .name { font-size: 13.5px; font-weight: 600; }
.graph .state { fill: var(--quiet); font-size: 12px; }
.graph .mark { fill: var(--state); }
@page { size: A4; margin: 14mm 14mm 16mm; }
@media print {
  body { background: none; font-size: 10pt; line-height: 14pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; margin: 0; padding: 0; border: 0; }
  footer { padding: 0; }
  h2, h3, caption, figcaption, h3 + p:has(+ .notes, + figure), .notes:has(+ figure) { break-after: avoid; }
  h2 { margin-top: 24px; }
  tr, figure, .problem, .graph, .meaning, .notes li, table:not(.steps) { break-inside: avoid; }
  thead { display: table-header-group; }
}
@media screen and (max-width: 700px) { main { margin: 0; padding: 24px 16px; border: 0; } }`);
