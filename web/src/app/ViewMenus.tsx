import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { Icon } from './Icon.tsx';
import { setView } from './setPanels.ts';
import { useEditor } from './useEditor.ts';

const themes = ['system', 'light', 'dark'] as const;
const languages = [
  ['en', 'English'],
  ['pt-BR', 'Português (Brasil)'],
] as const;

/** Theme and language; both change at once and are kept. */
export function ViewMenus(): ReactNode {
  const say = useText();
  const { theme, locale } = useEditor((state) => state.view);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Tooltip label={say('view.theme')}>
            <ActionIcon variant="subtle" color="gray" size={32} aria-label={say('view.theme')}>
              <Icon name={theme === 'dark' ? 'moon' : 'sun'} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {themes.map((each) => (
            <Menu.Item
              key={each}
              onClick={() => setView({ theme: each })}
              rightSection={each === theme ? <Icon name="check" size={14} /> : null}
            >
              {say(`view.theme.${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <Tooltip label={say('view.language')}>
            <ActionIcon variant="subtle" color="gray" size={32} aria-label={say('view.language')}>
              <Icon name="globe" />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {languages.map(([each, name]) => (
            <Menu.Item
              key={each}
              lang={each}
              onClick={() => setView({ locale: each })}
              rightSection={each === locale ? <Icon name="check" size={14} /> : null}
            >
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
