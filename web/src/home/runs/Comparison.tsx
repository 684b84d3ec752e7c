import type { ReactNode } from 'react';
import { useEditor } from '../../app/useEditor.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { useFormat } from '../parts/useFormat.ts';
import type { Score } from './scores.ts';
import { ScoreText } from './ScoreText.tsx';
import '../parts/link.css';
import './Comparison.css';

type Props = {
  readonly scores: readonly Score[];
  /** Shows the step whose report says so. */
  readonly onShow?: (step: string) => void;
};

/** The models of a run side by side, the best first, and what a mere guess would reach. */
export function Comparison({ scores, onShow }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const format = useFormat();
  const types = useEditor((state) => state.catalogue.types);
  const nameOf = ({ label, type, step }: Score): string => {
    const node = types.get(type);
    return label ?? node?.title[locale] ?? step;
  };
  const [best] = scores;
  const guess = scores.find(({ type }) => type === 'baseline');
  if (best === undefined) return null;
  return (
    <section className="comparison" aria-label={say('home.comparison')}>
      <h3>{say('home.comparison')}</h3>
      <p className="comparison-words">
        {best.task === 'classification'
          ? say('home.comparison.right', {
              name: nameOf(best),
              count: Math.round(best.value * 100),
              guess: guess === undefined || guess === best ? 'none' : Math.round(guess.value * 100),
            })
          : say('home.comparison.explains', {
              name: nameOf(best),
              count: Math.round(Math.max(0, best.value) * 100),
              error: best.error === undefined ? 'none' : format.rough(best.error),
            })}
      </p>
      <table>
        <tbody>
          {scores.map((score) => (
            <tr key={score.report} data-guess={score.type === 'baseline'}>
              <th scope="row">
                {onShow === undefined ? (
                  nameOf(score)
                ) : (
                  <button type="button" className="home-link" onClick={() => onShow(score.report)}>
                    {nameOf(score)}
                  </button>
                )}
              </th>
              <td className="comparison-bar" aria-hidden="true">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                  <rect width="100" height="8" rx="1" className="rest" />
                  <rect width={Math.max(0, Math.min(1, score.value)) * 100} height="8" rx="1" />
                </svg>
              </td>
              <td className="number">
                <ScoreText score={score} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {best.rows !== undefined && (
        <p className="quiet">{say('home.comparison.rows', { count: best.rows })}</p>
      )}
    </section>
  );
}
