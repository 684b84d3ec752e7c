/** The models of the run side by side, the best first. */
import { scoresOf, type Score } from '../../../web/src/home/runs/scores.ts';
import { html, type Html } from '../html.ts';
import type { World } from './world.ts';

export function models(world: World): Html | undefined {
  const { facts, graph, say, format } = world;
  const scores = scoresOf(graph.document, facts.result);
  const [best] = scores;
  if (best === undefined || scores.length < 2) return undefined;
  const name = ({ step }: Score): string => graph.steps.find(({ id }) => id === step)?.name ?? step;
  const hasError = scores.some(({ error }) => error !== undefined);
  const longest = Math.max(...scores.map(({ error = 0 }) => error));
  const share = ({ value, error }: Score): number =>
    hasError ? (longest === 0 ? 0 : (error ?? 0) / longest) : Math.min(1, Math.max(0, value));
  const title = say(best.task === 'regression' ? 'results.figure.r2' : 'results.figure.accuracy');
  return html`<section>
    <h2>${say('report.models')}</h2>
    <table class="models">
      <thead>
        <tr>
          <th scope="col">${say('report.models.model')}</th>
          <th scope="col">${hasError ? say('report.models.error') : say('report.models.score')}</th>
          ${hasError && html`<th scope="col" class="numeric">${say('results.figure.mae')}</th>`}
          <th scope="col" class="numeric">${title}</th>
        </tr>
      </thead>
      <tbody>
        ${scores.map(
          (score) =>
            html`<tr>
              <th scope="row">${name(score)}</th>
              <td>${bar(share(score), score.type === 'baseline')}</td>
              ${hasError && html`<td class="numeric">${score.error === undefined ? '–' : format.number(score.error)}</td>`}
              <td class="numeric">
                ${score.task === 'regression' ? format.number(score.value, 3) : format.share(score.value)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${best.rows !== undefined && html`<p class="note">${say(best.isFolds ? 'home.comparison.foldRows' : 'home.comparison.rows', { count: best.rows })}</p>`}
  </section>`;
}

const bar = (share: number, isGuess: boolean): Html =>
  html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="rest" width="100" height="8" />
    <rect
      class="${isGuess ? 'guess' : 'share'}"
      width="${Math.round(share * 1000) / 10}"
      height="8"
    />
  </svg>`;
