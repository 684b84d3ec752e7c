/** What each step found out: in a sentence first, then in figures, then in pictures. */
import type { OutputSummary } from '#schemas/types.ts';
import { scoresOf } from '../../../web/src/home/runs/scores.ts';
import { chartsOf } from '../../../web/src/results/charts/chartsOf.ts';
import { lossChart } from '../../../web/src/results/charts/loss.ts';
import { figuresOf, otherMetrics, type Figure } from '../../../web/src/results/figures.ts';
import { meaningOf } from '../../../web/src/results/meaning.ts';
import { readReport, type Note, type Report } from '../../../web/src/results/report.ts';
import { chartFigure } from '../charts.ts';
import { html, type Html } from '../html.ts';
import type { Step } from '../steps.ts';
import { byClass, confusion } from './tables.ts';
import { describeIn, type World } from './world.ts';

export function results(world: World): Html {
  const { graph, facts, say } = world;
  const byId = new Map(graph.steps.map((step) => [step.id, step.name]));
  const judged = new Map(
    scoresOf(graph.document, facts.result).map(({ report, step }) => [report, byId.get(step)]),
  );
  const told = graph.all.flatMap((step) => findings(step, judged.get(step.id), world) ?? []);
  return html`<section>
    <h2>${say('report.results')}</h2>
    ${told.length === 0 ? html`<p class="note">${say('report.nothing')}</p>` : told}
  </section>`;
}

/** `about`: the model that its report judges. */
function findings(step: Step, about: string | undefined, world: World): Html | undefined {
  const { say, locale } = world;
  const report = readReport(step.result?.report);
  const loss = lossChart(step.curve, say, locale);
  const { models } = step;
  if (report === undefined && loss === undefined && models.length === 0) return undefined;
  return html`<article>
    <h3>
      ${step.number}. ${step.name}${about !== undefined && step.kind === undefined && `: ${about}`}
    </h3>
    ${models.map((model) => modelLine(model, world))}
    ${report !== undefined && reportParts(report, idOf(step), world)}
    ${loss !== undefined && chartFigure(loss, `${idOf(step)}-loss`, false)}
  </article>`;
}

function modelLine({ target, inputs, classes }: OutputSummary, { say }: World): Html | undefined {
  if (typeof target !== 'string') return undefined;
  const count = Array.isArray(inputs) ? inputs.length : 0;
  const answers = Array.isArray(classes) ? (classes as readonly unknown[]).map(String) : [];
  return html`<p>
    ${say('report.model', { target, count })}
    ${answers.length > 0 && say('report.classes', { classes: answers.join(', ') })}
  </p>`;
}

/** For the names inside its pictures. */
const idOf = ({ number }: Step): string => `step-${number.replace('.', '-')}`;

function reportParts(report: Report, pictures: string, world: World): Html {
  const { say, locale } = world;
  const [first, ...more] = meaningOf(report).map(({ id, values }) =>
    say(`results.meaning.${id}`, values),
  );
  return html`
    ${first !== undefined && html`<p class="meaning"><strong>${first}</strong> ${more.join(' ')}</p>`}
    ${notes(report.notes, world)} ${figureTable(figuresOf(report), world)}
    ${confusion(report, world)} ${byClass(report, world)}
    ${chartsOf(report, say, locale).map((chart, at) => chartFigure(chart, `${pictures}-${at + 1}`))}
    ${others(report, world)}
  `;
}

function notes(list: readonly Note[], world: World): Html | undefined {
  if (list.length === 0) return undefined;
  return html`<ul class="notes">
    ${list.map(({ code, level, params = {} }) => {
      const { message, remedy } = describeIn(world, code, params);
      return html`<li class="note-${level === 'warning' ? 'warning' : 'info'}">
        ${message} ${remedy}
      </li>`;
    })}
  </ul>`;
}

function figureTable(figures: readonly Figure[], world: World): Html | undefined {
  const { say } = world;
  if (figures.length === 0) return undefined;
  return html`<table class="figures">
    <caption>
      ${say('report.figures')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('report.figure')}</th>
        <th scope="col" class="numeric">${say('results.value')}</th>
        <th scope="col">${say('report.sure')}</th>
        <th scope="col">${say('report.what')}</th>
      </tr>
    </thead>
    <tbody>
      ${figures.map((figure) => figureRow(figure, world))}
    </tbody>
  </table>`;
}

function figureRow(figure: Figure, { say, format }: World): Html {
  const { name, value, interval, spread, guess, isShare } = figure;
  const write = (number: number): string =>
    isShare ? format.share(number) : format.figure(number);
  const sure = [
    interval && say('results.interval', { low: write(interval.low), high: write(interval.high) }),
    spread !== undefined && say('results.spread', { spread: write(spread) }),
    guess !== undefined && say('results.guess', { guess: write(guess) }),
  ].filter((part) => typeof part === 'string');
  return html`<tr>
    <th scope="row">${say(`results.figure.${name}`)}</th>
    <td class="numeric"><strong>${write(value)}</strong></td>
    <td>${sure.join('; ')}</td>
    <td class="note">${say(`results.about.${name}`)}</td>
  </tr>`;
}

/** Those of reports that nobody here knows are told as they are. */
function others(report: Report, { say }: World): Html | undefined {
  const rows = otherMetrics(report);
  if (rows.length === 0) return undefined;
  return html`<table>
    <caption>
      ${say('results.others')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('results.name')}</th>
        <th scope="col">${say('results.value')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
