import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { runReportUrl } from '../api.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { isOver } from '../store/runs.ts';
import { Icon } from './Icon.tsx';
import { useEditor } from './useEditor.ts';

/** What can be done with the run on the canvas and with those before it; nothing before there is one. */
export function RunRecordItems(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const run = useEditor((state) => state.run.current);
  const pipeline = useEditor((state) => state.document.id);
  if (run === null || pipeline === null) return null;
  const hasReport = isOver(run.status) || run.status === 'waiting';
  return (
    <>
      <Menu.Divider />
      {hasReport && (
        <Menu.Item
          leftSection={<Icon name="download" />}
          component="a"
          href={runReportUrl(run.id, locale)}
          download
        >
          {say('compare.report')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Icon name="history" />}
        component={Link}
        href={`/runs?pipeline=${pipeline}`}
      >
        {say('compare.runs')}
      </Menu.Item>
    </>
  );
}
