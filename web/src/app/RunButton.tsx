import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { setCanvas } from '../canvas/canvasState.ts';
import {
  canReset,
  resetAll,
  resetChosen,
  runAfresh,
  runAll,
  runFrom,
  runHere,
} from '../canvas/runActions.ts';
import { useText } from '../i18n/useText.ts';
import { isOver } from '../store/runs.ts';
import { Icon } from './Icon.tsx';
import { useEditor } from './useEditor.ts';
import { useSession } from './useOpenPipeline.ts';
import './RunButton.css';

/** Runs everything, or, by the menu beside it, a part; cancels while something runs. */
export function RunButton(): ReactNode {
  const say = useText();
  const { runs } = useSession();
  const status = useEditor(({ run }) => run.current?.status);
  const starting = useEditor(({ run }) => run.starting);
  const isEmpty = useEditor(({ document }) => document.nodesById.size === 0);
  const known = useEditor(({ analysis }) => analysis.problems.length);
  const [isOpen, setOpen] = useState(false);
  const isGoing = status !== undefined && !isOver(status);
  if (isGoing) {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="stop" size={14} />}
        onClick={() => void runs.cancel()}
      >
        {say('run.cancel')}
      </Button>
    );
  }
  return (
    <Button.Group>
      <Button
        size="xs"
        loading={starting}
        disabled={isEmpty}
        leftSection={<Icon name="play" size={14} />}
        onClick={() => runAll(runs)}
      >
        {say('run.start')}
        {known > 0 && (
          <span
            className="run-known numbers"
            title={say('run.stopped', { count: known })}
            aria-hidden
          >
            {known}
          </span>
        )}
      </Button>
      <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          <Tooltip label={say('run.more')} disabled={isOpen}>
            <ActionIcon
              className="run-more"
              size={30}
              disabled={isEmpty || starting}
              aria-label={say('run.more')}
            >
              <Icon name="down" size={14} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <RunItems />
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

function RunItems(): ReactNode {
  const say = useText();
  const { runs } = useSession();
  const hasChoice = useEditor(({ view }) => view.selectedNodes.size > 0);
  const mayReset = useEditor(canReset);
  const hasParameters = useEditor(({ document }) => document.parameters.length > 0);
  return (
    <>
      <Foreseen />
      <Menu.Item rightSection="F7" onClick={() => runAll(runs)}>
        {say('run.all')}
      </Menu.Item>
      <Menu.Item rightSection="F8" disabled={!hasChoice} onClick={() => runHere(runs)}>
        {say('run.here')}
      </Menu.Item>
      <Menu.Item rightSection="Shift F8" disabled={!hasChoice} onClick={() => runFrom(runs)}>
        {say('run.from')}
      </Menu.Item>
      <Menu.Item onClick={() => runAfresh(runs)}>{say('run.fresh')}</Menu.Item>
      {hasParameters && (
        <Menu.Item onClick={() => setCanvas({ sheet: 'values' })}>{say('run.other')}</Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item rightSection="F9" disabled={!hasChoice || !mayReset} onClick={resetChosen}>
        {say('run.reset')}
      </Menu.Item>
      <Menu.Item rightSection="Shift F9" disabled={!mayReset} onClick={resetAll}>
        {say('run.resetAll')}
      </Menu.Item>
    </>
  );
}

/** How much a run of everything would have to do. */
function Foreseen(): ReactNode {
  const say = useText();
  const forecast = useEditor((state) => state.forecast);
  if (forecast.status === 'unknown' || forecast.steps.size === 0) return null;
  const steps = [...forecast.steps].filter(([step]) => !step.includes('/'));
  const cached = steps.filter(([, told]) => told.cached).length;
  const run = steps.filter(([, told]) => !told.cached && told.skipped === undefined).length;
  return <Menu.Label className="run-foreseen">{say('run.foreseen', { run, cached })}</Menu.Label>;
}
