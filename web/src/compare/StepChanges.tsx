import type { ReactNode } from 'react';
import type { NodeResult } from '#schemas/types.ts';
import { reasonText } from '../app/reasonText.ts';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { useFormat } from '../home/parts/useFormat.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import type { Comparison } from './pairs.ts';
import { useNodeWords } from './useNodeWords.ts';

/** A table longer than this is read by nobody, and slow. */
const MOST = 500;

/** How each step fared in both runs, how long it took, and why it ran, or did not need to. */
export function StepChanges({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const { nameOf, typeOf } = useNodeWords();
  const told = comparison.steps.filter(
    ({ before, after }) => before !== undefined || after !== undefined,
  );
  if (told.length === 0) return null;
  const flag = (value: boolean): string => say(value ? 'reason.yes' : 'reason.no');
  const titleOf = (step: string): string => {
    const other = told.find(({ id }) => id === step);
    return other === undefined ? step : nameOf(other.node);
  };
  return (
    <section className="compare-part">
      <h2>{say('compare.steps')}</h2>
      <table className="home-table compare-steps">
        <caption className="visually-hidden">{say('compare.steps')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('compare.steps.step')}</th>
            <th scope="col">{say('compare.before')}</th>
            <th scope="col">{say('compare.after')}</th>
            <th scope="col">{say('compare.steps.why')}</th>
          </tr>
        </thead>
        <tbody>
          {told.slice(0, MOST).map(({ id, node, before, after }) => (
            <tr key={id}>
              <th scope="row">
                <span className="compare-what">
                  <TypeIcon type={typeOf(node)} size={24} />
                  {nameOf(node)}
                </span>
              </th>
              <td>
                <Fate of={before} />
              </td>
              <td>
                <Fate of={after} />
              </td>
              <td className="quiet">
                {after !== undefined &&
                  reasonText(after.reason, { locale, type: typeOf(node), flag, titleOf })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.length > MOST && (
        <p className="quiet">{say('compare.more', { count: told.length - MOST })}</p>
      )}
    </section>
  );
}

function Fate({ of }: { readonly of: NodeResult | undefined }): ReactNode {
  const say = useText();
  const format = useFormat();
  if (of === undefined) return <span className="quiet">{say('compare.steps.none')}</span>;
  const { status, ms } = of;
  return (
    <span className="compare-fate" data-status={status}>
      {say(`state.${status}`)}
      {ms !== undefined && <span className="numbers quiet"> {format.duration(ms)}</span>}
    </span>
  );
}
