import { Menu } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
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
import { Icon } from '../../app/Icon.tsx';
import { DownloadItem } from '../parts/ActionsMenu.tsx';
import { ItemMenu } from '../parts/ItemMenu.tsx';
import { useNotices } from '../parts/Notices.tsx';

type Props = { readonly pipeline: PipelineSummary; readonly onChange: () => void };

export function PipelineMenu({ pipeline, onChange }: Props): ReactNode {
  const say = useText();
  const { attempt } = useNotices();
  const { id, name, revision } = pipeline;
  // The menu is still there for the second click of a double one.
  const isCopying = useRef(false);
  const duplicate = async (): Promise<void> => {
    if (isCopying.current) return;
    isCopying.current = true;
    if (await attempt(() => copyPipeline(id))) onChange();
    isCopying.current = false;
  };
  return (
    <ItemMenu
      name={name}
      onRename={(next) => renamePipeline(id, { name: next, revision })}
      onTrash={() => trashPipeline(id)}
      onRestore={() => restorePipeline(id)}
      onChange={onChange}
    >
      <Menu.Item leftSection={<Icon name="copy" />} onClick={() => void duplicate()}>
        {say('home.duplicate')}
      </Menu.Item>
      <DownloadItem href={pipelineFileUrl(id)}>{say('home.exportJson')}</DownloadItem>
      <DownloadItem href={bundleUrl(id)}>{say('transfer.exportBundle')}</DownloadItem>
    </ItemMenu>
  );
}
