import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isSame } from '#schemas/document/difference.ts';
import { Icon } from '../app/Icon.tsx';
import { StatusMark } from '../home/parts/StatusMark.tsx';
import { useFormat } from '../home/parts/useFormat.ts';
import { RunGiven } from '../home/runs/RunGiven.tsx';
import { useText } from '../i18n/useText.ts';
import { comparePath } from './comparePath.ts';
import { summaryOf } from './summary.ts';
import type { ComparedRun, ComparedRuns } from './pairs.ts';

/** Which two runs these are, and in a line how they differ. */
export function RunHeads({ runs, comparison }: ComparedRuns): ReactNode {
  const say = useText();
  const [before, after] = runs;
  const isOne = before.run.id === after.run.id;
  const summary = summaryOf(comparison);
  const isSilent = Object.values(summary).every((count) => count === 0);
  const alike = isSame(comparison.difference) ? 'compare.head.same' : 'compare.head.figures';
  return (
    <>
      <div className="compare-heads">
        <RunHead of={before} side="before" />
        <Tooltip label={say('compare.swap')}>
          <ActionIcon
            component={Link}
            href={comparePath(after.run.id, before.run.id)}
            variant="default"
            size="lg"
            radius="xl"
            aria-label={say('compare.swap')}
          >
            <Icon name="swap" />
          </ActionIcon>
        </Tooltip>
        <RunHead of={after} side="after" />
      </div>
      <p className="compare-summary">
        {isOne ? say('compare.sameRun') : isSilent ? say(alike) : say('compare.head', summary)}
      </p>
    </>
  );
}

type HeadProps = { readonly of: ComparedRun; readonly side: 'before' | 'after' };

function RunHead({ of: { run }, side }: HeadProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const { startedAt, finishedAt } = run;
  const duration =
    startedAt === null || finishedAt === null
      ? undefined
      : format.duration(Date.parse(finishedAt) - Date.parse(startedAt));
  return (
    <section className="compare-run" aria-label={say(`compare.${side}`)}>
      <p className="compare-side">{say(`compare.${side}`)}</p>
      <h2>
        <Link href={`/runs/${run.id}`} className="home-link">
          {run.name}
        </Link>
      </h2>
      <p className="compare-facts quiet">
        <StatusMark status={run.status} />
        <span>{format.time(run.createdAt)}</span>
        {duration !== undefined && <span className="numbers">{duration}</span>}
        <span>{say('home.trigger', { trigger: run.trigger })}</span>
      </p>
      <RunGiven run={run} />
    </section>
  );
}
