/**
 * A run as one HTML file that needs nothing else: no script, no request, pictures as SVG. It is read on a screen or
 * printed on A4. The same run gives the same bytes in the same language and time zone: nothing in it tells when the
 * file was made.
 */
import { wordsOfTypes } from '#schemas/errors.ts';
import type { ReportOptions, RunFacts } from './facts.ts';
import { formatIn } from './format.ts';
import { graphPicture } from './graph/picture.ts';
import { html } from './html.ts';
import { dataSets } from './parts/data.ts';
import { head, problems } from './parts/head.ts';
import { models } from './parts/models.ts';
import { results } from './parts/results.ts';
import { stepList } from './parts/steps.ts';
import { stateWords, type World } from './parts/world.ts';
import { graphOf } from './steps.ts';
import { style } from './style.ts';
import { sayIn } from './words.ts';

export function runReport(facts: RunFacts, { locale, timeZone = 'UTC' }: ReportOptions): string {
  const say = sayIn(locale);
  const graph = graphOf(facts, locale);
  const words = wordsOfTypes(facts.types);
  const format = formatIn(locale, timeZone);
  const world: World = { facts, graph, words, locale, say, format };
  const { run, document } = facts;
  const counts = { nodes: graph.steps.length, wires: document.edges.length };
  const foot = { id: run.id, ...(run.version === null ? {} : { version: run.version }) };
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${run.name} · ${say('report.title')}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          ${head(world)} ${problems(world)} ${models(world)}
          <section>
            <h2>${say('report.graph')}</h2>
            ${graphPicture(graph, `${say('report.graph')}: ${run.name}`, (step) => stateWords(world, step))}
            <p class="note">${say('report.graph.about', counts)}</p>
          </section>
          ${results(world)} ${stepList(world)} ${dataSets(world)}
        </main>
        <footer>${say('report.foot', foot)}</footer>
      </body>
    </html> `.text;
}
