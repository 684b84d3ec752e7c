import { Button, Popover } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import type { Problem } from '#schemas/types.ts';
import { setCanvas, useCanvas, type AskedRun } from '../canvas/canvasState.ts';
import { withTitles } from '../form/model/titled.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import { stoppedBy, type Stopped } from '../store/stopped.ts';
import { editor } from '../store/theEditor.ts';
import { nodeTitle } from './nodeTitle.ts';
import './RunStopped.css';
import { setPanels } from './setPanels.ts';
import { useEditor } from './useEditor.ts';
import { useFocusBack } from './useFocusBack.ts';
import { useSession } from './useOpenPipeline.ts';

const SHOWN = 3;

/** Where a run was asked for and something is known to be wrong: what it is, and what can be run all the same. */
export function RunStopped({ children }: { readonly children: ReactNode }): ReactNode {
  const asked = useCanvas(({ stopped }) => stopped);
  // While nothing was asked, no edit concerns it.
  const state = useEditor((whole) => (asked === undefined ? undefined : whole));
  const stopped = state && stoppedBy(state, asked?.targets);
  const isSettled = asked !== undefined && stopped === undefined;
  useEffect(() => {
    if (isSettled) close();
  }, [isSettled]);
  return (
    <Popover
      opened={stopped !== undefined}
      onChange={(isOpen) => !isOpen && close()}
      position="bottom-end"
      trapFocus
      withRoles={false}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown>
        {asked !== undefined && stopped !== undefined && <Told asked={asked} stopped={stopped} />}
      </Popover.Dropdown>
    </Popover>
  );
}

const close = (): void => setCanvas({ stopped: undefined });

type Props = { readonly asked: AskedRun; readonly stopped: Stopped };

function Told({ asked, stopped: { problems, ready } }: Props): ReactNode {
  const say = useText();
  const { runs } = useSession();
  useFocusBack();
  const title = say('run.stopped', { count: problems.length });
  // The dialog that asks for them runs everything.
  const isValueMissing =
    asked.targets === undefined && problems.some(({ code }) => code === 'parameter-without-value');
  const runRest = (): void => {
    close();
    void runs.start(
      ready,
      asked.fresh.filter((id) => ready.includes(id)),
    );
  };
  return (
    <div className="run-stopped" role="dialog" aria-label={title}>
      <strong>{title}</strong>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <Line key={`${problem.node} ${problem.path} ${problem.detail}`} problem={problem} />
        ))}
      </ul>
      {problems.length > SHOWN && (
        <span className="quiet">{say('run.stopped.more', { count: problems.length - SHOWN })}</span>
      )}
      <div className="run-stopped-ways">
        <Button size="xs" data-autofocus onClick={showProblems}>
          {say('run.stopped.show', { count: problems.length })}
        </Button>
        {ready.length > 0 && (
          <Button size="xs" variant="default" onClick={runRest}>
            {say('run.stopped.rest', { count: ready.length })}
          </Button>
        )}
        {isValueMissing && (
          <Button size="xs" variant="default" onClick={giveValues}>
            {say('run.stopped.values')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Line({ problem: { node: id, code, params } }: { readonly problem: Problem }): ReactNode {
  const locale = useLocale();
  const describe = useDescribe();
  const node = useEditor(({ document }) => document.nodesById.get(id ?? ''));
  const type = useEditor(({ catalogue }) => catalogue.types.get(node?.type ?? ''));
  return (
    <li>
      {node !== undefined && <b>{nodeTitle(node, type, locale)}: </b>}
      {describe(code, withTitles(params, type, locale)).message}
    </li>
  );
}

function giveValues(): void {
  setCanvas({ stopped: undefined, sheet: 'values' });
}

/** The list stands in the panel while nothing is selected; the keys go to its first line. */
function showProblems(): void {
  close();
  editor.select([]);
  setPanels({ inspectorOpen: true });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.problem-item')?.focus());
}
