import { checkHealth, fetchPipelines, fetchTemplates } from '../api.ts';
import type { Texts } from '../i18n/texts.ts';
import { SummaryList } from './SummaryList.tsx';
import { useLoaded } from './useLoaded.ts';

export function Home({ texts }: { readonly texts: Texts }) {
  const health = useLoaded(checkHealth);
  return (
    <main>
      <header>
        <h1>Esteira</h1>
        <p>{texts.tagline}</p>
      </header>
      {health.state === 'failed' && <p role="alert">{texts.unreachable}</p>}
      {health.state === 'loaded' && (
        <>
          <SummaryList
            title={texts.pipelines}
            empty={texts.noPipelines}
            texts={texts}
            load={fetchPipelines}
          />
          <SummaryList
            title={texts.templates}
            empty={texts.noTemplates}
            texts={texts}
            load={fetchTemplates}
          />
        </>
      )}
    </main>
  );
}
