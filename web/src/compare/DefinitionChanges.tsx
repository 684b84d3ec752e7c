import type { ReactNode } from 'react';
import type { DefinitionChange } from '#schemas/document/difference.ts';
import type { Definition } from '#schemas/types.ts';
import type { MessageId } from '../i18n/messages.ts';
import { useText } from '../i18n/useText.ts';
import { definitionText } from './definitionText.ts';
import { GraphChanges } from './GraphChanges.tsx';
import type { ComparedRuns } from './pairs.ts';
import { useNodeWords } from './useNodeWords.ts';
import { Values } from './Values.tsx';

/** Subflows that came or went, and what was changed inside those that stayed. */
export function DefinitionChanges({ runs: [before, after], comparison }: ComparedRuns): ReactNode {
  const say = useText();
  const { added, removed, changed } = comparison.difference.definitions;
  const lists = [
    { change: 'added', ids: added, among: after.document.definitions },
    { change: 'removed', ids: removed, among: before.document.definitions },
  ] as const;
  return (
    <>
      {changed.map((change) => (
        <Changed key={change.id} change={change} />
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

const titles: Readonly<Record<string, MessageId>> = {
  name: 'compare.field.definitionName',
  description: 'compare.field.description',
  inputs: 'compare.field.inputs',
  outputs: 'compare.field.outputs',
  parameters: 'compare.field.parameters',
};

function Changed({ change }: { readonly change: DefinitionChange }): ReactNode {
  const say = useText();
  const { nameOf } = useNodeWords();
  const { before, after, fields, graph } = change;
  const text = (definition: Definition, field: string): string =>
    definitionText(definition, field, nameOf) || say('compare.value.none');
  return (
    <li className="compare-change" data-change="changed">
      <p className="compare-what">
        <strong>{say('compare.definition', { name: after.name })}</strong>
        <span className="compare-tag">{say('compare.changed')}</span>
      </p>
      {fields.length > 0 && (
        <dl>
          {fields.map((field) => (
            <Values
              key={field}
              name={say(titles[field] ?? 'compare.field.other', { name: field })}
              before={text(before, field)}
              after={text(after, field)}
            />
          ))}
        </dl>
      )}
      <ul className="compare-changes compare-inside">
        <GraphChanges difference={graph} graphs={[before, after]} />
      </ul>
    </li>
  );
}
