/** Which tabs there are for what is selected, and which one opens. */
import type { StepState } from '../store/state.ts';
import type { Target } from './target.ts';

export type TabName = 'data' | 'profile' | 'charts' | 'report' | 'model' | 'log' | 'help';

export function tabsOf(
  { kind, outputs, type }: Target,
  step: StepState | undefined,
): readonly TabName[] {
  const has = (port: string): boolean => outputs.some((each) => each.type === port);
  const isTable = has('table') || has('any');
  // What a person asked to be drawn stands where pictures are looked for.
  const isPicture = type?.category === 'visualise' && !isTable;
  const hasReport = has('report') || has('model') || step?.error !== undefined;
  return [
    ...(isTable ? (['data', 'profile', 'charts'] as const) : []),
    ...(isPicture ? (['charts'] as const) : []),
    ...(hasReport && !isPicture ? (['report'] as const) : []),
    ...(has('model') ? (['model'] as const) : []),
    ...(kind === 'node' ? (['log', 'help'] as const) : []),
  ];
}

/** The one that was open last, where it is there. */
export function chosenTab(tabs: readonly TabName[], wanted: string, { kind }: Target): TabName {
  const found = tabs.find((tab) => tab === wanted);
  return found ?? tabs[0] ?? (kind === 'node' ? 'help' : 'data');
}
