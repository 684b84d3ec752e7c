import type { ModelSummary } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { useLocale } from '../../i18n/useText.ts';
import { useRunFacts } from '../runs/useRunFacts.ts';

/** What the person called the learner, or else what kind of learner it is; the pipeline's name until that is known. */
export function useModelName({ name, run, step }: ModelSummary): string {
  const locale = useLocale();
  const types = useEditor((state) => state.catalogue.types);
  const node = useRunFacts(run, 'done')?.nodes.get(step);
  return node?.label ?? types.get(node?.type ?? '')?.title[locale] ?? name;
}
