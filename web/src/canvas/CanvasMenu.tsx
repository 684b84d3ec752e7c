import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useFocusBack } from '../app/useFocusBack.ts';
import { FixItems } from '../fixes/FixItems.tsx';
import { useText } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';
import { addNoteAt, align, deleteSelected, selectAlong, type Alignment } from './actions.ts';
import { arrange } from './arrange.ts';
import { setCanvas, useCanvas, type Picker } from './canvasState.ts';
import { copyFromMenu, pasteFromMenu } from './clipActions.ts';
import { RunItems } from './RunItems.tsx';
import { useFit } from './useFit.ts';
import { chosenCard } from './useGoTo.ts';
import { duplicate, rename } from './useShortcuts.ts';

const alignments = ['left', 'middle', 'top', 'centre', 'across', 'down'] as const;

/** What can be done with what is under the pointer, or with what is selected. */
export function CanvasMenu(): ReactNode {
  const menu = useCanvas((state) => state.menu);
  return menu === undefined ? null : <Open menu={menu} key={`${menu.at.x} ${menu.at.y}`} />;
}

/** It may lie over the place itself where there is no room above or below for all that can be done. */
const wholly = { flip: true, shift: { crossAxis: true, padding: 8 } };

type Place = NonNullable<ReturnType<typeof useCanvas.getState>['menu']>;

function Open({ menu }: { readonly menu: Place }): ReactNode {
  const say = useText();
  useFocusBack(chosenCard);
  const close = (): void => setCanvas({ menu: undefined });
  const style = { left: menu.at.x, top: menu.at.y };
  return (
    <Menu opened onClose={close} position="bottom-start" withinPortal={false} middlewares={wholly}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="canvas-menu-place"
          aria-label={say('menu.label')}
          style={style}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Items place={menu} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items({ place }: { readonly place: Place }): ReactNode {
  const say = useText();
  const fit = useFit();
  const nodes = useEditor(({ view }) => view.selectedNodes.size);
  const edges = useEditor(({ view }) => view.selectedEdges.size);
  const notes = useEditor(({ view }) => view.selectedNotes.size);
  if (nodes + edges + notes === 0) {
    return (
      <>
        <Menu.Item onClick={() => setCanvas({ picker: place, menu: undefined })}>
          {say('menu.add')}
        </Menu.Item>
        <Menu.Item rightSection="N" onClick={() => addNoteAt(place.place)}>
          {say('menu.addNote')}
        </Menu.Item>
        <Menu.Item rightSection="Ctrl V" onClick={() => void pasteFromMenu(place.place)}>
          {say('menu.paste')}
        </Menu.Item>
        <Menu.Item onClick={() => void arrange()}>{say('canvas.arrange')}</Menu.Item>
        <Menu.Item onClick={fit}>{say('canvas.fit')}</Menu.Item>
      </>
    );
  }
  return (
    <>
      {nodes === 0 && notes > 0 && (
        <>
          {notes === 1 && (
            <Menu.Item rightSection="Enter" onClick={editNoteText}>
              {say('note.edit')}
            </Menu.Item>
          )}
          <Copies />
        </>
      )}
      {nodes > 0 && (
        <>
          {nodes === 1 && <FixItems />}
          <RunItems />
          <Menu.Item rightSection="C" onClick={() => setCanvas({ sheet: 'connect' })}>
            {say('menu.connect')}
          </Menu.Item>
          {nodes === 1 && (
            <>
              <Menu.Item rightSection="F2" onClick={() => requestAnimationFrame(rename)}>
                {say('menu.rename')}
              </Menu.Item>
              <Menu.Item onClick={() => replaceChosen(place)}>{say('menu.replace')}</Menu.Item>
            </>
          )}
          <Copies />
          <Menu.Item rightSection="[" onClick={() => selectAlong('up')}>
            {say('menu.selectUp')}
          </Menu.Item>
          <Menu.Item rightSection="]" onClick={() => selectAlong('down')}>
            {say('menu.selectDown')}
          </Menu.Item>
        </>
      )}
      {nodes > 1 && <Alignments />}
      <Menu.Divider />
      <Menu.Item rightSection="Del" color="red" onClick={() => deleteSelected(true)}>
        {say('menu.delete')}
      </Menu.Item>
    </>
  );
}

function Copies(): ReactNode {
  const say = useText();
  return (
    <>
      <Menu.Item rightSection="Ctrl C" onClick={() => void copyFromMenu(false)}>
        {say('menu.copy')}
      </Menu.Item>
      <Menu.Item rightSection="Ctrl X" onClick={() => void copyFromMenu(true)}>
        {say('menu.cut')}
      </Menu.Item>
      <Menu.Item rightSection="Ctrl D" onClick={duplicate}>
        {say('menu.duplicate')}
      </Menu.Item>
    </>
  );
}

function replaceChosen(place: Pick<Picker, 'at' | 'place'>): void {
  const [replaces] = editor.get().view.selectedNodes;
  if (replaces !== undefined) setCanvas({ picker: { ...place, replaces }, menu: undefined });
}

/** Once the menu has given the focus back. */
function editNoteText(): void {
  const [note] = editor.get().view.selectedNotes;
  requestAnimationFrame(() => setCanvas({ editedNote: note, menu: undefined }));
}

function Alignments(): ReactNode {
  const say = useText();
  return (
    <>
      <Menu.Divider />
      {alignments.map((how: Alignment) => (
        <Menu.Item key={how} onClick={() => align(how)}>
          {say(`align.${how}`)}
        </Menu.Item>
      ))}
    </>
  );
}
