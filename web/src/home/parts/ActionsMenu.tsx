import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../app/Icon.tsx';
import { useText } from '../../i18n/useText.ts';

type Props = {
  /** What the thing is called on the page. */
  readonly name: string;
  readonly children: ReactNode;
};

/** Behind three dots: what can be done with one thing of a list. */
export function ActionsMenu({ name, children }: Props): ReactNode {
  const say = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={say('home.actionsFor', { name })}>
          <Icon name="dots" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

type DownloadProps = { readonly href: string; readonly children: ReactNode };

export function DownloadItem({ href, children }: DownloadProps): ReactNode {
  return (
    <Menu.Item leftSection={<Icon name="download" />} component="a" href={href} download>
      {children}
    </Menu.Item>
  );
}
