import type { ReactNode } from 'react';
import type { RunSummary } from '../../api.ts';
import { givenText } from '../../app/given.ts';
import { useGivenOf } from '../../app/useGiven.ts';
import { useText } from '../../i18n/useText.ts';
import './RunGiven.css';

type Props = {
  readonly run: Pick<RunSummary, 'id' | 'params'>;
  /** Every value, else the first and how many more. */
  readonly isWhole?: boolean;
};

/** The values that a run was given in place of the pipeline's; nothing where it was given none. */
export function RunGiven({ run, isWhole = false }: Props): ReactNode {
  const say = useText();
  const given = useGivenOf(run);
  if (given.length === 0) return null;
  const all = given.map((each) => say('run.given.value', { ...each }));
  const values = isWhole ? all.join(', ') : givenText(given, { say });
  return (
    <p className="run-given quiet" title={isWhole ? undefined : all.join('\n')}>
      {say('run.given', { values })}
    </p>
  );
}
