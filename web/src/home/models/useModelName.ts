import type { ModelSummary } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { useLocale } from '../../i18n/useText.ts';
import { useRunFacts } from '../runs/useRunFacts.ts';

/**
 * What the person calls the model, or else its learner; else what kind of learner it is, or the pipeline's name until
 * that is known.
 */
export function useModelName({ name, label, run, step }: ModelSummary): string {
  const locale = useLocale();
  const types = useEditor((state) => state.catalogue.types);
  const node = useRunFacts(run, 'done')?.nodes.get(step);
  return label ?? node?.label ?? types.get(node?.type ?? '')?.title[locale] ?? name;
}
