import { expect, test } from 'vitest';
import { root } from './plant.ts';
import { trackedCode, withRepository, type TextFile } from './repository.ts';

const hardCap = 400;
const ninetiethPercentile = 250;

const lineCount = ({ text }: TextFile): number => text.replace(/\n$/, '').split('\n').length;

function tooLong(repository: string): string[] {
  return trackedCode(repository)
    .filter((file) => lineCount(file) > hardCap)
    .map(({ file }) => file);
}

const lines = (count: number): string => 'export {};\n'.repeat(count);

test('a file of 401 lines is caught, one of 400 is not, nor a generated one', () => {
  const planted = [
    { file: 'server/engine/long.ts', text: lines(401) },
    { file: 'web/src/long.css', text: lines(401) },
    { file: 'server/engine/fits.ts', text: lines(400) },
    { file: 'schemas/types.generated.ts', text: lines(401) },
    { file: 'test/data/long.csv', text: lines(401) },
  ];
  expect(withRepository(planted, tooLong)).toEqual(['server/engine/long.ts', 'web/src/long.css']);
});

test(`no file of code is over ${hardCap} lines`, () => {
  expect(trackedCode(root).length).toBeGreaterThan(0);
  expect(tooLong(root)).toEqual([]);
});

test(`nine files of ten are within ${ninetiethPercentile} lines`, () => {
  const sizes = trackedCode(root)
    .map(lineCount)
    .sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(ninetiethPercentile);
});
