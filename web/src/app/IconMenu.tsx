import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

type Props = {
  readonly icon: IconName;
  readonly label: string;
  /** What the menu holds. */
  readonly children: ReactNode;
};

/** A sign in the bar that opens a menu. It says its name until then: above the open menu the name would cover it. */
export function IconMenu({ icon, label, children }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu position="bottom-end" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={label} disabled={isOpen}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={label}>
            <Icon name={icon} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
