import type { ReactNode } from 'react';
import { isSame, type NodeChange } from '#schemas/document/difference.ts';
import type { PipelineNode } from '#schemas/types.ts';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { usePrint } from '../canvas/usePrint.ts';
import { fieldsOf } from '../form/model/fields.ts';
import type { MessageId } from '../i18n/messages.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { DefinitionChanges } from './DefinitionChanges.tsx';
import { More, MOST } from './More.tsx';
import type { ComparedRuns } from './pairs.ts';
import { useNodeWords } from './useNodeWords.ts';
import { valueText } from './valueText.ts';
import { WireChanges } from './WireChanges.tsx';

/** What somebody changed from one run to the other, in the words of the forms. */
export function PipelineChanges({ runs, comparison }: ComparedRuns): ReactNode {
  const say = useText();
  const { difference } = comparison;
  const [before, after] = runs.map(({ run }) => run.version);
  const hasVersions = before !== after && before !== null && after !== null;
  if (isSame(difference) && !hasVersions) {
    return (
      <section className="compare-part">
        <h2>{say('compare.changes')}</h2>
        <p className="quiet">{say('compare.changes.none')}</p>
      </section>
    );
  }
  const { nodes, fields } = difference;
  return (
    <section className="compare-part">
      <h2>{say('compare.changes')}</h2>
      <ul className="compare-changes">
        {(fields.length > 0 || hasVersions) && (
          <li className="compare-change" data-change="changed">
            <p className="compare-what">
              <strong>{say('compare.pipeline')}</strong>
            </p>
            <dl>
              {fields.map((field) => (
                <Values
                  key={field.name}
                  name={say(`compare.field.${field.name}`)}
                  before={plainText(field.before)}
                  after={plainText(field.after)}
                />
              ))}
              {hasVersions && (
                <Values name={say('compare.field.version')} before={before!} after={after!} />
              )}
            </dl>
          </li>
        )}
        {nodes.changed.slice(0, MOST).map((change) => (
          <NodeChanges key={change.id} change={change} />
        ))}
        <More of={nodes.changed} />
        <WholeNodes nodes={nodes.added} change="added" />
        <WholeNodes nodes={nodes.removed} change="removed" />
        <DefinitionChanges runs={runs} comparison={comparison} />
        <WireChanges runs={runs} comparison={comparison} />
      </ul>
    </section>
  );
}

const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '–';

type ValuesProps = { readonly name: string; readonly before: string; readonly after: string };

function Values({ name, before, after }: ValuesProps): ReactNode {
  const say = useText();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {before === after ? (
          <span>{say('compare.value.changed')}</span>
        ) : (
          <>
            <del>
              <span className="visually-hidden">{say('compare.before')}: </span>
              {before}
            </del>
            <span aria-hidden="true">→</span>
            <ins>
              <span className="visually-hidden">{say('compare.after')}: </span>
              {after}
            </ins>
          </>
        )}
      </dd>
    </div>
  );
}

const nodeFields: Readonly<Record<string, MessageId>> = {
  version: 'compare.field.nodeVersion',
  type: 'compare.field.type',
  label: 'compare.field.label',
  notes: 'compare.field.notes',
  pinned: 'compare.field.pinned',
};

function NodeChanges({ change }: { readonly change: NodeChange }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { nameOf, typeOf } = useNodeWords();
  const { before, after } = change;
  const type = typeOf(after);
  const print = usePrint(type);
  const fields = type === undefined ? [] : fieldsOf(type, locale);
  const words = { say, locale, print };
  const title = (name: string): string =>
    fields.find((field) => field.name === name)?.title ?? name;
  const text = (name: string, value: unknown): string =>
    valueText(
      value,
      fields.find((field) => field.name === name),
      words,
    );
  const own = (node: PipelineNode, name: string): string =>
    name === 'type'
      ? (typeOf(node)?.title[locale] ?? node.type)
      : text(name, (node as Readonly<Record<string, unknown>>)[name]);
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
            before={text(param.name, param.before)}
            after={text(param.name, param.after)}
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

function WholeNodes({ nodes, change }: WholeProps): ReactNode {
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
