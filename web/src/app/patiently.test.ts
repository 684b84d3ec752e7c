import { expect, test } from 'vitest';
import { PartMissing, patiently } from './patiently.ts';

test('a part is asked for once the server is there, and once only', async () => {
  const answers = [false, false, true];
  const asked: string[] = [];
  const isThere = async (): Promise<boolean> => {
    asked.push('server');
    return answers.shift() ?? true;
  };
  const load = async (): Promise<string> => {
    asked.push('part');
    return 'part';
  };
  expect(await patiently(load, { isThere, pause: 0 })).toBe('part');
  expect(asked).toEqual(['server', 'server', 'server', 'part']);
});

test('a part that does not come from a server that is there is missing', async () => {
  const load = async (): Promise<never> => {
    throw new TypeError('Failed to fetch');
  };
  const isThere = async (): Promise<boolean> => true;
  await expect(patiently(load, { isThere, pause: 0 })).rejects.toThrow(PartMissing);
});
