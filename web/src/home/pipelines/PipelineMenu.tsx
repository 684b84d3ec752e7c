import { ActionIcon, Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import {
  bundleUrl,
  copyPipeline,
  pipelineFileUrl,
  renamePipeline,
  restorePipeline,
  trashPipeline,
  type PipelineSummary,
} from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Icon } from '../parts/Icon.tsx';
import { NameDialog } from '../parts/NameDialog.tsx';
import { useNotices } from '../parts/Notices.tsx';

type Props = { readonly pipeline: PipelineSummary; readonly onChange: () => void };

export function PipelineMenu({ pipeline, onChange }: Props): ReactNode {
  const say = useText();
  const { tell, attempt } = useNotices();
  const [isRenaming, setRenaming] = useState(false);
  const { id, name, revision } = pipeline;

  const restore = async (): Promise<void> => {
    if (await attempt(() => restorePipeline(id))) onChange();
  };
  const trash = async (): Promise<void> => {
    if (!(await attempt(() => trashPipeline(id)))) return;
    onChange();
    const undo = { label: say('home.undo'), run: () => void restore() };
    tell({ text: say('home.pipeline.trashed', { name }), action: undo });
  };
  const duplicate = async (): Promise<void> => {
    if (await attempt(() => copyPipeline(id))) onChange();
  };
  const rename = async (next: string): Promise<void> => {
    setRenaming(false);
    if (await attempt(() => renamePipeline(id, { name: next, revision }))) onChange();
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={say('home.actionsFor', { name })}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="rename" />} onClick={() => setRenaming(true)}>
            {say('home.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="copy" />} onClick={() => void duplicate()}>
            {say('home.duplicate')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="download" />}
            component="a"
            href={pipelineFileUrl(id)}
            download
          >
            {say('home.exportJson')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="download" />}
            component="a"
            href={bundleUrl(id)}
            download
          >
            {say('transfer.exportBundle')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="trash" />} onClick={() => void trash()}>
            {say('home.toTrash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRenaming && (
        <NameDialog
          title={say('home.rename')}
          name={name}
          onName={(next) => void rename(next)}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}
