import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { Icon } from './Icon.tsx';
import { IconMenu } from './IconMenu.tsx';
import { themeIcons } from './icons.ts';
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
      <IconMenu icon={themeIcons[theme]} label={say('view.theme')}>
        {themes.map((each) => (
          <Menu.Item
            key={each}
            onClick={() => setView({ theme: each })}
            rightSection={each === theme ? <Icon name="check" size={14} /> : null}
          >
            {say(`view.theme.${each}`)}
          </Menu.Item>
        ))}
      </IconMenu>
      <IconMenu icon="globe" label={say('view.language')}>
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
      </IconMenu>
    </>
  );
}
