/** What a run's comparison of models comes to, in sentences. Pure. */
import type { Say } from '../../i18n/useText.ts';
import type { Score } from './scores.ts';

/** The type of the node that guesses. */
export const GUESS = 'baseline';
/** Fewer checked rows tell models apart only where these differ much. */
const FEW_ROWS = 100;
/** Of R²; less is no difference worth a word. */
const CLEARLY = 0.02;

export type Speech = {
  readonly say: Say;
  readonly nameOf: (score: Score) => string;
  readonly rough: (value: number) => string;
};

/** Of `scores`, the best first, the model that is worth using; undefined where none tells more than a guess. */
export function worthUsing(scores: readonly Score[]): Score | undefined {
  const [best] = scores;
  if (best?.amounts !== undefined) return undefined;
  return best === undefined || best.type !== GUESS ? best : scores.find(tellsApart);
}

/** Names a class no more often than a guess, and yet gives the cases surely higher probabilities than the others. */
const tellsApart = ({ type, ranks }: Score): boolean =>
  type !== GUESS && ranks !== undefined && ranks.low > 0.5;

/** `scores` has the best first, and one at least. */
export function verdictWords(scores: readonly Score[], speech: Speech): string {
  const [best] = scores as readonly [Score, ...Score[]];
  if (best.amounts !== undefined) {
    return speech.say('home.comparison.amounts', { count: best.amounts });
  }
  if (best.type === GUESS && scores.length > 1) return hopeless(best, scores, speech);
  const guess = scores.find((score) => score !== best && score.type === GUESS);
  return best.task === 'regression' && best.error !== undefined
    ? ofNumbers(best, best.error, { guess, scores }, speech)
    : ofShares(best, guess, speech);
}

function hopeless(guess: Score, scores: readonly Score[], { say, nameOf, rough }: Speech): string {
  const few = guess.rows !== undefined && guess.rows < FEW_ROWS ? 'yes' : 'no';
  if (guess.task === 'regression') {
    const error = guess.error === undefined ? 'none' : rough(guess.error);
    return say('home.comparison.noneNumber', { error, few });
  }
  const count = hundredths(guess.value);
  const able = scores.find(tellsApart);
  if (able?.ranks === undefined) return say('home.comparison.none', { count, few });
  const { auc, positive } = able.ranks;
  const values = { count, name: nameOf(able), positive, auc: hundredths(auc) };
  return say('home.comparison.noneRanks', values);
}

function ofShares(best: Score, guess: Score | undefined, { say, nameOf }: Speech): string {
  const id = best.task === 'regression' ? 'home.comparison.explains' : 'home.comparison.right';
  const against = guess === undefined ? 'none' : hundredths(guess.value);
  return say(id, { name: nameOf(best), count: hundredths(best.value), guess: against });
}

function ofNumbers(
  best: Score,
  error: number,
  { guess, scores }: { readonly guess: Score | undefined; readonly scores: readonly Score[] },
  { say, nameOf, rough }: Speech,
): string {
  const against = guess?.error === undefined ? 'none' : rough(guess.error);
  const off = say('home.comparison.error', {
    name: nameOf(best),
    error: rough(error),
    guess: against,
  });
  // Few and large errors weigh little in the typical one, and much in what is explained.
  const steadier = scores.find(({ value }) => value > best.value + CLEARLY);
  if (steadier === undefined) return off;
  return `${off} ${say('home.comparison.wild', { name: nameOf(steadier) })}`;
}

const hundredths = (value: number): number => Math.round(Math.max(0, value) * 100);
