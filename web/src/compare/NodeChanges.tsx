import type { ReactNode } from 'react';
import type { NodeChange } from '#schemas/document/difference.ts';
import type { PipelineNode } from '#schemas/types.ts';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { usePrint } from '../canvas/usePrint.ts';
import { fieldsOf } from '../form/model/fields.ts';
import type { Field } from '../form/model/types.ts';
import type { MessageId } from '../i18n/messages.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { More, MOST } from './More.tsx';
import { useNodeWords } from './useNodeWords.ts';
import { Values } from './Values.tsx';
import { valueText } from './valueText.ts';

const nodeFields: Readonly<Record<string, MessageId>> = {
  version: 'compare.field.nodeVersion',
  type: 'compare.field.type',
  label: 'compare.field.label',
  notes: 'compare.field.notes',
  pinned: 'compare.field.pinned',
};

/** What became of one node: its settings by the titles of its form. */
export function NodeChanges({ change }: { readonly change: NodeChange }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { nameOf, typeOf } = useNodeWords();
  const { before, after } = change;
  const type = typeOf(after);
  const print = usePrint(type);
  const fieldOf = (node: PipelineNode, name: string): Field | undefined => {
    const known = typeOf(node);
    return known && fieldsOf(known, locale).find((field) => field.name === name);
  };
  const words = { say, locale, print };
  // A type that was swapped for another takes the words of its settings along.
  const title = (name: string): string =>
    (fieldOf(after, name) ?? fieldOf(before, name))?.title ?? name;
  const text = (node: PipelineNode, name: string, value: unknown): string =>
    valueText(value, fieldOf(node, name), words);
  const own = (node: PipelineNode, name: string): string =>
    name === 'type'
      ? (typeOf(node)?.title[locale] ?? node.type)
      : text(node, name, (node as Readonly<Record<string, unknown>>)[name]);
  return (
    <li className="compare-change" data-change="changed">
      <p className="compare-what">
        <TypeIcon type={type} size={24} />
        <strong>{nameOf(after)}</strong>
        <span className="compare-tag">{say('compare.changed')}</span>
      </p>
      <dl>
        {change.fields.map((name) => (
          <Values
            key={name}
            name={say(nodeFields[name] ?? 'compare.field.other', { name })}
            before={own(before, name)}
            after={own(after, name)}
          />
        ))}
        {change.params.map((param) => (
          <Values
            key={`param ${param.name}`}
            name={title(param.name)}
            before={text(before, param.name, param.before)}
            after={text(after, param.name, param.after)}
          />
        ))}
      </dl>
    </li>
  );
}

type WholeProps = {
  readonly nodes: readonly PipelineNode[];
  readonly change: 'added' | 'removed';
};

/** Nodes that came or went. */
export function WholeNodes({ nodes, change }: WholeProps): ReactNode {
  const say = useText();
  const { nameOf, typeOf } = useNodeWords();
  return (
    <>
      {nodes.slice(0, MOST).map((node) => (
        <li key={node.id} className="compare-change" data-change={change}>
          <p className="compare-what">
            <TypeIcon type={typeOf(node)} size={24} />
            <strong>{nameOf(node)}</strong>
            <span className="compare-tag">{say(`compare.${change}`)}</span>
          </p>
        </li>
      ))}
      <More of={nodes} />
    </>
  );
}
