/** Tables of a classifier: who is taken for whom, and how well each class is told apart. */
import { confusionOf, shareOf } from '../../../web/src/results/confusion.ts';
import { numberAt, recordsAt, textAt, type Report } from '../../../web/src/results/report.ts';
import { html, type Html } from '../html.ts';
import type { World } from './world.ts';

/** Beyond so many classes no page is wide enough. */
const MOST_CLASSES = 20;

export function confusion(report: Report, { say, format }: World): Html | undefined {
  const matrix = confusionOf(report);
  if (matrix === undefined || matrix.classes.length > MOST_CLASSES) return undefined;
  const { classes, counts } = matrix;
  return html`<table class="confusion">
    <caption>
      ${say('results.confusion.title')}
      <span class="note">${say('results.confusion.summary')}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('results.confusion.corner')}</th>
        ${classes.map((name) => html`<th scope="col" class="numeric">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${counts.map(
        (row, at) =>
          html`<tr>
            <th scope="row">${classes[at]}</th>
            ${row.map(
              (count, column) =>
                html`<td
                  class="numeric heat-${heat(shareOf(matrix, at, column))} ${at === column ? 'right' : 'wrong'}"
                >
                  ${format.whole(count)}
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** In fifths: a style for each is all that a file without scripts needs. */
const heat = (share: number): number => Math.ceil(share * 5);

export function byClass(report: Report, { say, format }: World): Html | undefined {
  const classes = recordsAt(report.details, 'byClass');
  if (classes.length === 0) return undefined;
  const share = (from: (typeof classes)[number], name: string): string => {
    const value = numberAt(from, name);
    return value === undefined ? '–' : format.share(value);
  };
  const shares = ['precision', 'recall', 'f1'] as const;
  // Of two classes it is the same for both, and told above.
  const hasAreas = classes.length > 2;
  const area = (value: number | undefined): string =>
    value === undefined ? '–' : format.figure(value, 3);
  return html`<table>
    <caption>
      ${say('results.byClass.title')}
      <span class="note">${say('results.byClass.note')}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('results.byClass.class')}</th>
        <th scope="col" class="numeric">${say('results.rows')}</th>
        ${shares.map((name) => html`<th scope="col" class="numeric">${say(`results.byClass.${name}`)}</th>`)}
        ${hasAreas && html`<th scope="col" class="numeric">${say('results.byClass.rocAuc')}</th>`}
      </tr>
    </thead>
    <tbody>
      ${classes.map(
        (each) =>
          html`<tr>
            <th scope="row">${textAt(each, 'class') ?? ''}</th>
            <td class="numeric">${format.whole(numberAt(each, 'support') ?? 0)}</td>
            ${shares.map((name) => html`<td class="numeric">${share(each, name)}</td>`)}
            ${hasAreas && html`<td class="numeric">${area(numberAt(each, 'rocAuc'))}</td>`}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
