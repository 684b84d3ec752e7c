/** The data that was read, by name and by the hash of its bytes: the same hash is the same file. */
import { datasetRefsIn } from '#schemas/datasetRefs.ts';
import type { DatasetRef } from '#schemas/types.ts';
import { html, type Html } from '../html.ts';
import type { World } from './world.ts';

export function dataSets({ graph, say }: World): Html | undefined {
  const read = new Map<string, { readonly data: DatasetRef; readonly steps: string[] }>();
  for (const { node, number, name } of graph.steps) {
    for (const data of datasetRefsIn(node.params)) {
      const key = `${data.hash} ${data.dataset}`;
      const entry = read.get(key) ?? { data, steps: [] };
      entry.steps.push(`${number}. ${name}`);
      read.set(key, entry);
    }
  }
  if (read.size === 0) return undefined;
  return html`<section>
    <h2>${say('report.data')}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('report.data.name')}</th>
          <th scope="col">${say('report.data.steps')}</th>
          <th scope="col">${say('report.data.hash')}</th>
        </tr>
      </thead>
      <tbody>
        ${[...read.values()].map(
          ({ data, steps }) =>
            html`<tr>
              <th scope="row">${data.dataset}</th>
              <td>${steps.join(', ')}</td>
              <td><code class="hash">${data.hash}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
