import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiError } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Icon } from '../../app/Icon.tsx';
import './Problem.css';

/** What kept the server from answering, and what to do about it. What a person has to mend is not tried again as it is. */
export function Problem({
  problem,
  about,
  onRetry,
}: {
  readonly problem: ApiError;
  /** The file, say, where the words may not name it. */
  readonly about?: string;
  readonly onRetry?: () => void;
}): ReactNode {
  const say = useText();
  return (
    <div className="home-problem" role="alert">
      <Icon name="warning" size={20} />
      <div>
        <p>
          <strong>
            {about !== undefined && !problem.message.includes(about) && `${about}: `}
            {problem.message}
          </strong>
        </p>
        {problem.remedy !== '' && <p>{problem.remedy}</p>}
      </div>
      {onRetry !== undefined && problem.kind !== 'user' && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {say('action.retry')}
        </Button>
      )}
    </div>
  );
}
