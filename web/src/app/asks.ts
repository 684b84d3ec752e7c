import { create } from 'zustand';
import type { State } from '../store/state.ts';

/** A question that a step of the shown run waits with. */
export type OpenAsk = {
  readonly step: string;
  readonly token: string;
  readonly message: string;
};

/** Nothing while the run is over, however a step was left. In the order in which the steps were queued. */
export function openAsks({ current, steps }: Pick<State['run'], 'current' | 'steps'>): OpenAsk[] {
  const { status } = current ?? {};
  if (status !== 'waiting' && status !== 'running') return [];
  return Array.from(steps).flatMap(([step, { status: stands, ask }]) =>
    stands === 'waiting' && ask !== undefined ? [{ step, ...ask }] : [],
  );
}

/** What is being written as an answer, by the question's token: the banner and the node show one and the same. */
export const useDrafts = create<Readonly<Record<string, string>>>()(() => ({}));
