import type { ReactNode } from 'react';
import './Empty.css';

type Props = {
  readonly picture: ReactNode;
  readonly sentence: string;
  /** The one thing to do. */
  readonly action?: ReactNode;
};

/** What stands where nothing is yet: one picture, one sentence, one action. */
export function Empty({ picture, sentence, action }: Props): ReactNode {
  return (
    <div className="empty">
      <div className="empty-picture">{picture}</div>
      <p>{sentence}</p>
      {action}
    </div>
  );
}
