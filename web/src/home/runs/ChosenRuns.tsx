import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RunSummary } from '../../api.ts';
import { comparePath } from '../../compare/comparePath.ts';
import { useText } from '../../i18n/useText.ts';
import './ChosenRuns.css';

type Props = {
  /** In any order: the later one is compared to the earlier one. */
  readonly runs: readonly RunSummary[];
  readonly onClear: () => void;
};

/** What to do with the runs that are chosen; stays in view while the list is scrolled. */
export function ChosenRuns({ runs, onClear }: Props): ReactNode {
  const say = useText();
  const [before, after] = runs.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  if (before === undefined) return null;
  return (
    <div className="chosen-runs" role="status">
      <p>{say('compare.chosen', { count: runs.length })}</p>
      {after !== undefined && (
        <Button
          component={Link}
          href={comparePath(before.id, after.id)}
          size="sm"
          className="chosen-compare"
        >
          {say('compare.action')}
        </Button>
      )}
      <Button variant="default" size="sm" onClick={onClear}>
        {say('compare.clear')}
      </Button>
    </div>
  );
}
