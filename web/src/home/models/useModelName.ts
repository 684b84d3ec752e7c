import type { ModelSummary } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { useLocale } from '../../i18n/useText.ts';

/** What its owner called it, or else what kind of learner made it. */
export function useModelName({ name }: ModelSummary): string {
  const locale = useLocale();
  const types = useEditor((state) => state.catalogue.types);
  return types.get(name)?.title[locale] ?? name;
}
