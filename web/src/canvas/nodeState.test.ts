import { expect, test } from 'vitest';
import type { PipelineNode } from '#schemas/types.ts';
import { initialState } from '../store/initialState.ts';
import type { RunSlice, StepState } from '../store/state.ts';
import { cardState } from './nodeState.ts';

const state = initialState();
const node = (id: string): [string, PipelineNode] => [
  id,
  { id, type: 'scale', version: 1, params: {}, position: { x: 0, y: 0 } },
];
const done: StepState = { status: 'done', curve: [], log: [] };
const going = {
  ...state.run,
  current: { status: 'running' } as unknown as RunSlice['current'],
  seq: 1,
  ran: { ...state.document, nodesById: new Map([node('first'), node('next'), node('left-out')]) },
};

test('what a run has yet to come to waits for its turn; what it was not asked for, or is new, does not', () => {
  const run = {
    ...going,
    steps: new Map([['first', done]]),
    ended: new Set(['first']),
    unasked: new Set(['left-out']),
  };
  const of = (id: string, slice: RunSlice) => cardState(id, { ...state, run: slice });
  expect(['first', 'next', 'left-out', 'added-since'].map((id) => of(id, run))).toEqual([
    'done',
    'queued',
    'ready',
    'ready',
  ]);
  // An older result stays in sight until its turn; one of an older graph does not.
  const again = { ...run, ended: new Set<string>() };
  expect(of('first', again)).toBe('done');
  expect(of('first', { ...again, stale: new Set(['first']) })).toBe('queued');
  // Changed after its turn it is out of date.
  expect(of('first', { ...run, stale: new Set(['first']) })).toBe('stale');
  const over = { ...run, current: { status: 'failed' } as unknown as RunSlice['current'] };
  expect(of('next', over)).toBe('ready');
});

test('a question that ended with its run is asked no more; what stands behind one that is open has its turn to come', () => {
  const at = (status: string, stale: readonly string[] = []) => {
    const run = {
      ...going,
      current: { status } as unknown as RunSlice['current'],
      stale: new Set(stale),
      steps: new Map<string, StepState>([
        ['first', { ...done, status: 'waiting' }],
        ['next', { ...done, status: 'skipped', reason: { code: 'upstream-waiting' } }],
      ]),
    };
    return ['first', 'next'].map((id) => cardState(id, { ...state, run }));
  };
  expect(at('waiting')).toEqual(['waiting', 'queued']);
  expect(at('running')).toEqual(['waiting', 'queued']);
  expect(at('cancelled')).toEqual(['cancelled', 'skipped']);
  expect(at('failed')).toEqual(['cancelled', 'skipped']);
});
