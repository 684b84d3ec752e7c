/** Every step in order: what it does, how it ended and why it ran. */
import { reasonText } from '../../../web/src/app/reasonText.ts';
import { html, type Html } from '../html.ts';
import type { Step } from '../steps.ts';
import { stateWords, type World } from './world.ts';

export function stepList(world: World): Html {
  const { graph, say } = world;
  const columns = ['number', 'step', 'does', 'state', 'why'] as const;
  return html`<section>
    <h2>${say('report.steps')}</h2>
    <table class="steps">
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${say(`report.steps.${name}`)}</th>`)}
          <th scope="col" class="numeric">${say('report.steps.rows')}</th>
          <th scope="col" class="numeric">${say('report.steps.time')}</th>
        </tr>
      </thead>
      <tbody>
        ${graph.all.map((step) => row(step, world))}
      </tbody>
    </table>
  </section>`;
}

function row(step: Step, world: World): Html {
  const { format } = world;
  const { number, name, kind, line, node, result } = step;
  const status = result?.status ?? 'none';
  const isInner = number.includes('.');
  return html`<tr class="${isInner ? 'inner' : ''}">
    <td>${number}</td>
    <th scope="row">${name}${kind !== undefined && html` <span class="note">${kind}</span>`}</th>
    <td>${line}${node.notes !== undefined && html` <span class="note">${node.notes}</span>`}</td>
    <td class="state-${status}">
      <span class="dot" aria-hidden="true"></span>${stateWords(world, step)}
    </td>
    <td>${why(step, world)}</td>
    <td class="numeric">${result?.rows === undefined ? '' : format.whole(result.rows)}</td>
    <td class="numeric">${result?.ms === undefined ? '' : format.duration(result.ms)}</td>
  </tr>`;
}

/** In the words of the form: titles of settings and of other steps. */
function why({ type, result }: Step, { locale, graph, say }: World): string {
  if (result === undefined) return '';
  return reasonText(result.reason, {
    locale,
    type,
    flag: (value) => say(value ? 'reason.yes' : 'reason.no'),
    titleOf: (id) => graph.all.find((step) => step.id === id)?.name ?? id,
  });
}
