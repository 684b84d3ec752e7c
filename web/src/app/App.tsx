import { MantineProvider } from '@mantine/core';
import { Suspense, type ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { lazily } from './lazily.ts';
import { isThereOrWas } from './patiently.ts';
import { Language } from '../i18n/Language.tsx';
import { mantineTheme } from '../theme/mantineTheme.ts';
import { PanelBoundary } from './PanelBoundary.tsx';
import { useEditor } from './useEditor.ts';

const options = { isThere: isThereOrWas };
const Home = lazily(async () => ({ default: (await import('../home/Home.tsx')).Home }), options);
const EditorPage = lazily(
  async () => ({ default: (await import('./EditorPage.tsx')).EditorPage }),
  options,
);
const ComparePage = lazily(
  async () => ({ default: (await import('../compare/ComparePage.tsx')).ComparePage }),
  options,
);
const RunPage = lazily(
  async () => ({ default: (await import('../home/RunPage.tsx')).RunPage }),
  options,
);

export function App(): ReactNode {
  const theme = useEditor((state) => state.view.theme);
  return (
    <MantineProvider
      theme={mantineTheme}
      defaultColorScheme="auto"
      {...(theme === 'system' ? {} : { forceColorScheme: theme })}
      // Both would be inline styles, which the page's policy refuses; theme/mantine.css stands in.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Language>
        <PanelBoundary name="page">
          <Suspense fallback={null}>
            <Pages />
          </Suspense>
        </PanelBoundary>
      </Language>
    </MantineProvider>
  );
}

/** Home answers to its own sections, so that each has an address. */
function Pages(): ReactNode {
  return (
    <Switch>
      <Route path="/pipelines/:id">{({ id }) => <EditorPage id={id} key={id} />}</Route>
      <Route path="/runs/:id">{({ id }) => <RunPage id={id} key={id} />}</Route>
      <Route path="/compare/:before/:after">
        {({ before, after }) => <ComparePage before={before} after={after} />}
      </Route>
      <Route path="/:section?">{({ section }) => <Home section={section ?? 'pipelines'} />}</Route>
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  );
}
