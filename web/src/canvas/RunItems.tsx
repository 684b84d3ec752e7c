import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useSession } from '../app/useOpenPipeline.ts';
import { useText } from '../i18n/useText.ts';
import { canReset, pinChoice, resetChosen, runFrom, runHere, togglePin } from './runActions.ts';

/** Of a menu for selected nodes: ways to run them, to reset them and to pin what they gave. */
export function RunItems(): ReactNode {
  const say = useText();
  const { runs } = useSession();
  const mayReset = useEditor(canReset);
  const pinning = useEditor(pinChoice);
  return (
    <>
      <Menu.Item rightSection="F8" onClick={() => runHere(runs)}>
        {say('menu.runHere')}
      </Menu.Item>
      <Menu.Item rightSection="Shift F8" onClick={() => runFrom(runs)}>
        {say('menu.runFrom')}
      </Menu.Item>
      <Menu.Item rightSection="F9" disabled={!mayReset} onClick={resetChosen}>
        {say('menu.reset')}
      </Menu.Item>
      <Menu.Item rightSection="P" disabled={pinning === undefined} onClick={() => void togglePin()}>
        {say(pinning === 'unpin' ? 'menu.unpin' : 'menu.pin')}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
