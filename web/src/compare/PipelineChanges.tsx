import type { ReactNode } from 'react';
import { isSame } from '#schemas/document/difference.ts';
import { useText } from '../i18n/useText.ts';
import { DefinitionChanges } from './DefinitionChanges.tsx';
import { GraphChanges } from './GraphChanges.tsx';
import type { ComparedRuns } from './pairs.ts';
import { Values } from './Values.tsx';

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
  const { fields } = difference;
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
        <GraphChanges difference={difference} graphs={[runs[0].document, runs[1].document]} />
        <DefinitionChanges runs={runs} comparison={comparison} />
      </ul>
    </section>
  );
}

const plainText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
