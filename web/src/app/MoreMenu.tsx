import { Menu } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { writePipeline } from '#schemas/document/write.ts';
import { bundleUrl } from '../api.ts';
import { setCanvas } from '../canvas/canvasState.ts';
import { PIPELINE_FILES } from '../home/parts/tableFiles.ts';
import { useText } from '../i18n/useText.ts';
import { pipelineOf } from '../store/document.ts';
import { editor } from '../store/theEditor.ts';
import { openTour } from '../tour/openTour.ts';
import { Icon } from './Icon.tsx';
import { IconMenu } from './IconMenu.tsx';
import { RunRecordItems } from './RunRecordItems.tsx';
import { saveFrom, saveText } from './saveFile.ts';
import { setPanels } from './setPanels.ts';
import { useEditor } from './useEditor.ts';
import { useSession } from './useOpenPipeline.ts';

/** Export and import, panels, and the sheet of shortcuts. */
export function MoreMenu(): ReactNode {
  const say = useText();
  const file = useRef<HTMLInputElement>(null);
  const { panels } = useEditor((state) => state.view);
  const { autosave } = useSession();
  // The server packs what it has, so it must have everything first.
  const exportBundle = async (): Promise<void> => {
    const { id } = editor.get().document;
    if (id !== null && (await autosave.flush())) saveFrom(bundleUrl(id));
  };
  const exportFile = (): void => {
    const pipeline = pipelineOf(editor.get().document);
    saveText(writePipeline(pipeline), pipeline.name, 'json', 'application/json');
  };
  const check = (isOn: boolean): ReactNode => (isOn ? <Icon name="check" size={14} /> : null);
  return (
    <>
      <IconMenu icon="dots" label={say('menu.more')}>
        <Menu.Item leftSection={<Icon name="download" />} onClick={exportFile}>
          {say('menu.export')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="download" />} onClick={() => void exportBundle()}>
          {say('transfer.exportBundle')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="upload" />} onClick={() => file.current?.click()}>
          {say('transfer.import')}
        </Menu.Item>
        <RunRecordItems />
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="panel" />}
          rightSection={check(panels.inspectorOpen)}
          onClick={() => setPanels({ inspectorOpen: !panels.inspectorOpen })}
        >
          {say('menu.inspector')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="map" />}
          rightSection={check(panels.minimap)}
          onClick={() => setPanels({ minimap: !panels.minimap })}
        >
          {say('menu.minimap')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="grid" />}
          rightSection={check(panels.snap)}
          onClick={() => setPanels({ snap: !panels.snap })}
        >
          {say('menu.snap')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="keyboard" />}
          rightSection="?"
          onClick={() => setCanvas({ sheet: 'shortcuts' })}
        >
          {say('canvas.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="help" />} onClick={() => void openTour(say)}>
          {say('tour.menu')}
        </Menu.Item>
      </IconMenu>
      <input
        ref={file}
        type="file"
        accept={PIPELINE_FILES}
        hidden
        data-testid="import-file"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen !== undefined) setCanvas({ importing: chosen });
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
