import { ActionIcon, Menu, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Locale } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import type { Theme } from '../store/state.ts';
import { editor } from '../store/theEditor.ts';
import { Icon } from '../app/Icon.tsx';
import { themeIcons } from '../app/icons.ts';
import './HomeHeader.css';

const TABS = [
  ['pipelines', '/'],
  ['datasets', '/datasets'],
  ['models', '/models'],
  ['runs', '/runs'],
] as const;

const WITHIN: Readonly<Record<string, string>> = { trash: 'pipelines', start: 'pipelines' };

export function HomeHeader({ section }: { readonly section: string }): ReactNode {
  const say = useText();
  const current = WITHIN[section] ?? section;
  return (
    <header className="home-header">
      <Link href="/" className="home-brand">
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <rect x="2" y="8" width="7" height="8" rx="2" fill="var(--accent)" />
          <rect x="15" y="3" width="7" height="7" rx="2" fill="var(--accent)" opacity="0.55" />
          <rect x="15" y="14" width="7" height="7" rx="2" fill="var(--accent)" opacity="0.55" />
          <path
            d="M9 12c3 0 3-5.500 6-5.500M9 12c3 0 3 5.500 6 5.500"
            fill="none"
            stroke="var(--accent)"
            strokeWidth="1.500"
          />
        </svg>
        Esteira
      </Link>
      <nav aria-label={say('home.sections')}>
        {TABS.map(([name, address]) => (
          <Link
            key={name}
            href={address}
            data-name={say(`home.section.${name}`)}
            aria-current={name === current ? 'page' : undefined}
          >
            {say(`home.section.${name}`)}
          </Link>
        ))}
      </nav>
      <Preferences />
    </header>
  );
}

/** Language and theme; both change at once. */
function Preferences(): ReactNode {
  const say = useText();
  const { locale, theme } = useEditor((state) => state.view);
  const change = (part: { locale?: Locale; theme?: Theme }): void =>
    editor.set({ view: { ...editor.get().view, ...part } });
  return (
    <div className="home-preferences">
      <SegmentedControl
        size="xs"
        aria-label={say('home.language')}
        value={locale}
        onChange={(value) => change({ locale: value })}
        data={[
          { value: 'pt-BR' as const, label: 'Português' },
          { value: 'en' as const, label: 'English' },
        ]}
      />
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say('home.theme')}>
            <Icon name={themeIcons[theme]} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(themeIcons) as Theme[]).map((each) => (
            <Menu.Item
              key={each}
              leftSection={<Icon name={themeIcons[each]} />}
              onClick={() => change({ theme: each })}
              aria-current={each === theme}
            >
              {say(`home.theme.${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
