import { Suspense, type ReactNode } from 'react';
import { Coming } from '../../app/Coming.tsx';
import { lazily } from '../../app/lazily.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import type { Target } from '../target.ts';

const Markdown = lazily(async () => ({
  default: (await import('../markdown/Markdown.tsx')).Markdown,
}));

/** The page about the kind of node. */
export function HelpTab({ target }: { readonly target: Target }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const help = target.type?.help[locale];
  if (help === undefined) return <p className="panel-empty">{say('form.unknown-type')}</p>;
  return (
    <div className="help-tab">
      <Suspense fallback={<Coming />}>
        <Markdown text={help} />
      </Suspense>
    </div>
  );
}
