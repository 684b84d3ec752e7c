import type { ReactNode } from 'react';
import { useEditor } from '../../app/useEditor.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { useFormat } from '../parts/useFormat.ts';
import type { Score } from './scores.ts';
import { ScoreText } from './ScoreText.tsx';
import { GUESS, verdictWords, worthUsing } from './verdictWords.ts';
import '../parts/link.css';
import './Comparison.css';

type Props = {
  readonly scores: readonly Score[];
  /** Shows the step whose report says so. */
  readonly onShow?: (step: string) => void;
  /** Asks the model that the step trained. */
  readonly onUse?: (step: string) => void;
};

/** The models of a run side by side, the best first, and what a mere guess would reach. */
export function Comparison({ scores, onShow, onUse }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const format = useFormat();
  const types = useEditor((state) => state.catalogue.types);
  const nameOf = ({ label, type, step }: Score): string => {
    const node = types.get(type);
    const name = label ?? node?.title[locale] ?? step;
    // The field's term is not known to everybody, and a guess that leads the list must not be taken for a model.
    return type === GUESS ? say('home.comparison.guess', { name }) : name;
  };
  const [best] = scores;
  if (best === undefined) return null;
  const words = verdictWords(scores, { say, nameOf, rough: format.rough });
  const usable = worthUsing(scores);
  // An error is drawn as long as it is, beside the largest; a share that is right, out of all.
  const longest = Math.max(...scores.map(({ error = 0 }) => error));
  const share = ({ value, error }: Score): number =>
    error === undefined || longest === 0 ? Math.max(0, Math.min(1, value)) : error / longest;
  return (
    <section className="comparison" aria-label={say('home.comparison')}>
      <h3>{say('home.comparison')}</h3>
      <p className="comparison-words">{words}</p>
      <table>
        <tbody>
          {scores.map((score) => (
            <tr key={score.report} data-guess={score.type === GUESS}>
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
                  <rect width={share(score) * 100} height="8" rx="1" />
                </svg>
              </td>
              <td className="number">
                <ScoreText score={score} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="comparison-foot quiet">
        {best.rows !== undefined &&
          say(best.isFolds ? 'home.comparison.foldRows' : 'home.comparison.rows', {
            count: best.rows,
          })}
        {onUse !== undefined && usable !== undefined && (
          <button type="button" className="home-link" onClick={() => onUse(usable.step)}>
            {say('home.comparison.use')}
          </button>
        )}
      </p>
    </section>
  );
}
