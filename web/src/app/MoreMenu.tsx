import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { writePipeline } from '#schemas/document/write.ts';
import { ApiError, createPipeline } from '../api.ts';
import { setCanvas } from '../canvas/canvasState.ts';
import { useText } from '../i18n/useText.ts';
import { pipelineOf } from '../store/document.ts';
import { editor } from '../store/theEditor.ts';
import { Icon } from './Icon.tsx';
import { saveFile } from './saveFile.ts';
import { setPanels } from './setPanels.ts';
import { useEditor } from './useEditor.ts';

/** Export and import, panels, and the sheet of shortcuts. */
export function MoreMenu(): ReactNode {
  const say = useText();
  const file = useRef<HTMLInputElement>(null);
  const { panels } = useEditor((state) => state.view);
  const [problem, setProblem] = useState('');
  const importFile = useImport(setProblem);
  const exportFile = (): void => {
    const pipeline = pipelineOf(editor.get().document);
    saveFile(`${pipeline.name}.json`, 'application/json', writePipeline(pipeline));
  };
  const check = (isOn: boolean): ReactNode => (isOn ? <Icon name="check" size={14} /> : null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={say('menu.more')}>
            <ActionIcon variant="subtle" color="gray" size={32} aria-label={say('menu.more')}>
              <Icon name="dots" />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="download" />} onClick={exportFile}>
            {say('menu.export')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="upload" />} onClick={() => file.current?.click()}>
            {say('menu.import')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            rightSection={check(panels.inspectorOpen)}
            onClick={() => setPanels({ inspectorOpen: !panels.inspectorOpen })}
          >
            {say('menu.inspector')}
          </Menu.Item>
          <Menu.Item
            rightSection={check(panels.minimap)}
            onClick={() => setPanels({ minimap: !panels.minimap })}
          >
            {say('menu.minimap')}
          </Menu.Item>
          <Menu.Item
            rightSection={check(panels.snap)}
            onClick={() => setPanels({ snap: !panels.snap })}
          >
            {say('menu.snap')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item rightSection="?" onClick={() => setCanvas({ sheet: 'shortcuts' })}>
            {say('canvas.shortcuts')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="import-file"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen !== undefined) void importFile(chosen);
          event.currentTarget.value = '';
        }}
      />
      {problem !== '' && (
        <span className="run-state" data-status="failed" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

/** An imported file is a pipeline of its own: nothing that is open is replaced. */
function useImport(setProblem: (text: string) => void): (file: File) => Promise<void> {
  const say = useText();
  const [, navigate] = useLocation();
  return async (file) => {
    setProblem('');
    try {
      const made = await createPipeline(JSON.parse(await file.text()));
      navigate(`/pipelines/${made.id}`);
    } catch (error) {
      if (error instanceof SyntaxError) setProblem(say('import.notJson', { file: file.name }));
      else if (error instanceof ApiError) setProblem(`${error.message} ${error.remedy}`);
      else throw error;
    }
  };
}
