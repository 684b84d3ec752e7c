import { Kbd, Modal, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { setPanels } from '../app/setPanels.ts';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import type { MessageId } from '../i18n/messages.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import './ShortcutSheet.css';

const shortcuts: readonly (readonly [MessageId, readonly string[]])[] = [
  ['shortcut.run', ['F7', 'Ctrl Enter']],
  ['shortcut.runHere', ['F8', 'Shift Enter']],
  ['shortcut.runFrom', ['Shift F8']],
  ['shortcut.reset', ['F9']],
  ['shortcut.resetAll', ['Shift F9']],
  ['shortcut.pin', ['P']],
  ['shortcut.add', ['A', '/']],
  ['shortcut.note', ['N']],
  ['shortcut.connect', ['C']],
  ['shortcut.open', ['Enter']],
  ['shortcut.rename', ['F2']],
  ['shortcut.move', ['← ↑ → ↓']],
  ['shortcut.undo', ['Ctrl Z']],
  ['shortcut.redo', ['Ctrl Shift Z', 'Ctrl Y']],
  ['shortcut.copy', ['Ctrl C', 'Ctrl X', 'Ctrl V']],
  ['shortcut.duplicate', ['Ctrl D']],
  ['shortcut.delete', ['Del']],
  ['shortcut.deleteOnly', ['Shift Del']],
  ['shortcut.all', ['Ctrl A']],
  ['shortcut.along', ['[', ']']],
  ['shortcut.travel', ['Alt ← ↑ → ↓']],
  ['shortcut.find', ['Ctrl F']],
  ['shortcut.box', ['Shift']],
  ['shortcut.arrange', ['Shift A']],
  ['shortcut.fit', ['1', 'Shift F']],
  ['shortcut.sheet', ['?']],
];

/** Every key of the canvas. */
export function ShortcutSheet(): ReactNode {
  const say = useText();
  const isOpen = useCanvas((state) => state.sheet === 'shortcuts');
  const bareKeys = useEditor(({ view }) => view.panels.bareKeys);
  const close = (): void => setCanvas({ sheet: undefined });
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={say('canvas.shortcuts')}
      size="xl"
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      <dl className="shortcuts">
        {shortcuts.map(([id, keys]) => (
          <div key={id}>
            <dt>{say(id)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key} size="xs">
                  {key}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        label={say('shortcut.bareKeys')}
        description={say('shortcut.bareKeysWhy')}
        checked={bareKeys}
        onChange={({ currentTarget }) => setPanels({ bareKeys: currentTarget.checked })}
      />
    </Modal>
  );
}
