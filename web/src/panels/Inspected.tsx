import { Suspense, useState, type ReactNode } from 'react';
import { Coming } from '../app/Coming.tsx';
import { lazily } from '../app/lazily.ts';
import { useEditor } from '../app/useEditor.ts';
import { setPanels } from '../app/setPanels.ts';
import { nodeTitle } from '../app/nodeTitle.ts';
import { PanelBoundary } from '../app/PanelBoundary.tsx';
import { useLocale, useText } from '../i18n/useText.ts';
import { InspectorHead, InspectorTools } from './InspectorHead.tsx';
import { chosenTab, tabsOf, type TabName } from './tabNames.ts';
import { Tabs } from './Tabs.tsx';
import { RowsHeading } from './rows/RowsHeading.tsx';
import { DataTab } from './tabs/DataTab.tsx';
import { HelpTab } from './tabs/HelpTab.tsx';
import { WhereSound } from './WhereSound.tsx';
import type { PortAt, Target } from './target.ts';

// A tab that is not the first comes with its own click.
const ChartsTab = lazily(async () => ({
  default: (await import('./tabs/ChartsTab.tsx')).ChartsTab,
}));
const LogTab = lazily(async () => ({ default: (await import('./tabs/LogTab.tsx')).LogTab }));
const ModelTab = lazily(async () => ({ default: (await import('./tabs/ModelTab.tsx')).ModelTab }));
const PictureTab = lazily(async () => ({
  default: (await import('./tabs/PictureTab.tsx')).PictureTab,
}));
const ProfileTab = lazily(async () => ({
  default: (await import('./tabs/ProfileTab.tsx')).ProfileTab,
}));
const ReportTab = lazily(async () => ({
  default: (await import('./tabs/ReportTab.tsx')).ReportTab,
}));

/** What is known of a node or a wire, in tabs. */
export function Inspected({ target }: { readonly target: Target }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const wanted = useEditor(({ view }) => view.panels.inspectorTab);
  const step = useEditor(({ run }) => run.steps.get(target.node.id));
  const tabs = tabsOf(target, step);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const [isChosen, setChosen] = useState(false);
  // Why a node failed and how it learns come first, whatever was looked at before; from there a person may go on.
  const [isTold, setTold] = useState(false);
  const isNews = step?.status === 'failed' || (step?.status === 'running' && wanted === 'model');
  if (isNews && !isTold) setTold(true);
  const tab =
    isTold && !isChosen && tabs.includes('report') ? 'report' : chosenTab(tabs, wanted, target);
  const choose = (next: TabName): void => {
    setChosen(true);
    setPanels({ inspectorTab: next });
  };
  const tables = target.outputs.filter(({ type }) => type === 'table' || type === 'any');
  const [portName, setPort] = useState<string>();
  // Of a node that sends on by one of several ways, the way that was taken.
  const port =
    tables.find(({ name }) => name === portName) ??
    tables.find(({ name }) => step?.outputs?.[name] !== undefined) ??
    tables[0];
  return (
    <div className="inspector">
      <InspectorHead tools={setTools}>
        <h2 className="inspector-title" title={target.node.id}>
          {nodeTitle(target.node, target.type, locale)}
        </h2>
        <Tabs tabs={tabs} chosen={tab} onChoose={choose} />
        {tables.length > 1 && (
          <select
            className="inspector-port"
            aria-label={say('panels.port')}
            value={port?.name}
            onChange={(event) => setPort(event.target.value)}
          >
            {tables.map(({ name, title }) => (
              <option key={name} value={name}>
                {title[locale]}
              </option>
            ))}
          </select>
        )}
      </InspectorHead>
      <div
        className="inspector-body"
        role="tabpanel"
        id="inspector-panel"
        tabIndex={0}
        aria-labelledby={`inspector-tab-${tab}`}
      >
        {ofRows.has(tab) && <RowsHeading node={target.node.id} />}
        <PanelBoundary name={tab} key={tab}>
          <InspectorTools value={tools}>
            <Suspense fallback={<Coming />}>
              <TabBody tab={tab} target={target} port={port && { node: target.node.id, port }} />
            </Suspense>
          </InspectorTools>
        </PanelBoundary>
      </div>
    </div>
  );
}

/** Where some rows may stand in place of all of them. */
const ofRows: ReadonlySet<TabName> = new Set(['data', 'profile', 'charts']);

type BodyProps = {
  readonly tab: TabName;
  readonly target: Target;
  readonly port: PortAt | undefined;
};

function TabBody({ tab, target, port }: BodyProps): ReactNode {
  switch (tab) {
    case 'data':
      return port && <DataTab target={target} port={port} />;
    case 'profile':
      return (
        port && (
          <WhereSound node={port.node}>
            <ProfileTab port={port} />
          </WhereSound>
        )
      );
    case 'charts':
      // A node that draws has no rows of its own: its picture is its result.
      return port ? (
        <WhereSound node={port.node}>
          <ChartsTab port={port} />
        </WhereSound>
      ) : (
        <PictureTab target={target} />
      );
    case 'report':
      return <ReportTab target={target} />;
    case 'model':
      return <ModelTab target={target} />;
    case 'log':
      return <LogTab target={target} />;
    case 'help':
      return <HelpTab target={target} />;
  }
}
