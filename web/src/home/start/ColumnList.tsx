import type { ReactNode } from 'react';
import type { Profile, Task } from '../../api.ts';
import { useText, type Say } from '../../i18n/useText.ts';
import { TypeMark } from '../../panels/TypeMark.tsx';
import { ColumnPicture } from '../parts/ColumnPicture.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { suits, type Candidate } from './candidates.ts';
import './ColumnList.css';

type Props = {
  readonly columns: readonly Candidate[];
  readonly rows: number;
  readonly profile: Profile | undefined;
  readonly suggested: string | undefined;
  readonly target: string | undefined;
  /** What alone will be done with the column; undefined where the column decides. */
  readonly task: Task | undefined;
  readonly onTarget: (name: string) => void;
};

/** The columns of a file, of which one is chosen: type, what is missing, how its values lie. */
export function ColumnList(props: Props): ReactNode {
  const { columns, rows, profile, suggested, target, task, onTarget } = props;
  const say = useText();
  const format = useFormat();
  const pictures = new Map(profile?.columns.map((column) => [column.name, column]));
  return (
    <div className="column-list" role="radiogroup" aria-label={say('home.start.what')}>
      {columns.map((column) => {
        const { name, missing, isPredictable } = column;
        const why = isPredictable ? undefined : whyNot(column, task, say);
        return (
          <label key={name} className="column-row" data-chosen={name === target}>
            <input
              type="radio"
              name="target"
              value={name}
              checked={name === target}
              disabled={!isPredictable}
              onChange={() => onTarget(name)}
            />
            <TypeMark column={column} />
            <span className="column-name">
              <strong title={name}>{name}</strong>
              {name === suggested && <em>{say('home.start.suggested')}</em>}
              {why !== undefined && <small>{why}</small>}
            </span>
            <span className="column-missing" data-some={missing > 0}>
              {missing === 0
                ? ''
                : missing * 100 < rows
                  ? say('home.missingFew')
                  : say('home.missing', { share: format.share(missing / Math.max(1, rows)) })}
            </span>
            {isScattered(column, rows) ? (
              <span className="column-many">
                {say('home.distinct', {
                  // The account of the file counts them in a sample.
                  count: pictures.get(name)?.distinct ?? column.distinct,
                })}
              </span>
            ) : (
              <ColumnPicture profile={pictures.get(name)} rows={rows} />
            )}
          </label>
        );
      })}
    </div>
  );
}

/** Hardly any value stands twice, so there is nothing to draw; and personal data is not shown around. */
const isScattered = (
  { type, distinct, personal, isIdentifier }: Candidate,
  rows: number,
): boolean =>
  isIdentifier ||
  personal !== undefined ||
  (type !== 'int64' && type !== 'float64' && distinct > Math.max(30, rows / 4));

function whyNot(column: Candidate, task: Task | undefined, say: Say): string {
  const { isIdentifier, personal, distinct, type, meaning } = column;
  if (isIdentifier) return say('home.not.identifier');
  if (personal !== undefined) return say('home.not.personal');
  if (distinct < 2) return say('home.not.constant');
  if (type === 'date' || type === 'timestamp') return say('home.not.date');
  if (type === 'text' && meaning !== 'category') return say('home.not.freeText');
  if (task === undefined || suits(column, task)) return say('home.not.freeText');
  return say(task === 'regression' ? 'home.not.category' : 'home.not.number');
}
