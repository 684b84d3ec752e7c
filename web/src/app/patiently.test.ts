import { expect, test } from 'vitest';
import { PartMissing, patiently } from './patiently.ts';
import { useAway } from './useAway.ts';

test('a part is asked for once the server is there, and once only', async () => {
  const answers = [false, false, true];
  const asked: string[] = [];
  const away: boolean[] = [];
  const isThere = async (): Promise<boolean> => {
    asked.push('server');
    away.push(useAway.getState().isAway);
    return answers.shift() ?? true;
  };
  const load = async (): Promise<string> => {
    asked.push('part');
    return 'part';
  };
  expect(await patiently(load, { isThere, pause: 0 })).toBe('part');
  expect([...away, useAway.getState().isAway]).toEqual([false, true, true, false]);
  expect(asked).toEqual(['server', 'server', 'server', 'part']);
});

test('a part that does not come from a server that is there is missing', async () => {
  const load = async (): Promise<never> => {
    throw new TypeError('Failed to fetch');
  };
  const isThere = async (): Promise<boolean> => true;
  await expect(patiently(load, { isThere, pause: 0 })).rejects.toThrow(PartMissing);
});
