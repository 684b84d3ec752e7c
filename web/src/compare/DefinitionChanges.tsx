import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import type { ComparedRuns } from './pairs.ts';

/** Subflows that came, went, or have other steps inside. */
export function DefinitionChanges({ runs: [before, after], comparison }: ComparedRuns): ReactNode {
  const say = useText();
  const { added, removed, changed } = comparison.difference.definitions;
  const lists = [
    { change: 'added', ids: added, among: after.document.definitions },
    { change: 'removed', ids: removed, among: before.document.definitions },
  ] as const;
  return (
    <>
      {changed.map(({ id, after: { name }, graph }) => (
        <li key={id} className="compare-change" data-change="changed">
          <p className="compare-what">
            <strong>{say('compare.definition', { name })}</strong>
          </p>
          <p className="quiet">
            {say('compare.definition.about', { count: Object.values(graph.nodes).flat().length })}
          </p>
        </li>
      ))}
      {lists.flatMap(({ change, ids, among }) =>
        ids.map((id) => (
          <li key={id} className="compare-change" data-change={change}>
            <p className="compare-what">
              <strong>{say('compare.definition', { name: among[id]?.name ?? id })}</strong>
              <span className="compare-tag">{say(`compare.${change}`)}</span>
            </p>
          </li>
        )),
      )}
    </>
  );
}
