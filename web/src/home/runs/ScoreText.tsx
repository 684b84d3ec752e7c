import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useFormat } from '../parts/useFormat.ts';
import type { Score } from './scores.ts';

/** A score in words: "right in 97 of 100", or what share of a number's variation it explains. */
export function ScoreText({ score }: { readonly score: Score | undefined }): ReactNode {
  const say = useText();
  const format = useFormat();
  if (score === undefined) return <span className="quiet">—</span>;
  const hundredth = Math.round(Math.max(0, score.value) * 100);
  if (score.task === 'classification') return say('home.score.right', { count: hundredth });
  return score.error === undefined
    ? say('home.score.explains', { count: hundredth })
    : say('home.score.error', { error: format.rough(score.error), count: hundredth });
}
