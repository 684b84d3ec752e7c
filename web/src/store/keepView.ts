/** Language, theme and sizes of panels, kept in this browser. */
import type { Panels, Theme, ViewSlice } from './state.ts';
import type { Locale } from '#schemas/types.ts';
import { speak } from '../api.ts';
import type { Editor } from './editor.ts';

const VIEW = 'esteira.view';

/** Storage may be forbidden or full; nothing but the memory of it is lost. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

export function readView(): Partial<Pick<ViewSlice, 'locale' | 'theme' | 'panels'>> {
  const text = attempt(() => localStorage.getItem(VIEW));
  const kept = attempt(() => JSON.parse(text ?? '{}') as Readonly<Record<string, unknown>>) ?? {};
  const { locale, theme, panels } = kept;
  return {
    ...(locale === 'en' || locale === 'pt-BR' ? { locale: locale satisfies Locale } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme: theme satisfies Theme } : {}),
    ...(typeof panels === 'object' && panels !== null ? { panels: panels as Panels } : {}),
  };
}

/** The reader's own language first, then what was chosen here before. */
export function startView(editor: Editor): () => void {
  const { view } = editor.get();
  const kept = readView();
  const spoken = navigator.language.toLowerCase().startsWith('pt') ? 'pt-BR' : 'en';
  const panels = { ...view.panels, ...kept.panels };
  const { locale = spoken, theme = view.theme } = kept;
  speak(locale);
  editor.set({ view: { ...view, locale, theme, panels } });
  return editor.store.subscribe(({ view: now }, { view: before }) => {
    const isSame =
      now.locale === before.locale && now.theme === before.theme && now.panels === before.panels;
    if (isSame) return;
    speak(now.locale);
    const { locale: spokenNow, theme: themeNow, panels: panelsNow } = now;
    const text = JSON.stringify({ locale: spokenNow, theme: themeNow, panels: panelsNow });
    attempt(() => localStorage.setItem(VIEW, text));
  });
}
