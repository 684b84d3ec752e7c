import { expect, test } from 'vitest';
import { testNode, testPipeline } from '../../../../test/web/catalogue.ts';
import type { Report } from '../../results/report.ts';
import { openDocument } from '../../store/document.ts';
import { glimpseOf, keepGlimpse } from './glimpses.ts';

const pipeline = testPipeline([testNode('chart', 'source'), testNode('other', 'source')]);
const report: Report = { type: 'chart', metrics: {}, details: {}, notes: [] };

test('a picture drawn before a run is of one pipeline: its copy has nodes of the same ids', () => {
  const one = openDocument('one', pipeline);
  keepGlimpse(one, 'chart', report);
  keepGlimpse(one, 'other', report);
  expect(glimpseOf('one', 'chart')?.outputs).toEqual({ picture: { type: 'report', report } });
  expect(glimpseOf('copy', 'chart')).toBeUndefined();
  keepGlimpse(one, 'other', undefined);
  expect(glimpseOf('one', 'other')).toBeUndefined();
  expect(glimpseOf('one', 'chart')).toBeDefined();
});

test('pictures of a pipeline that was left are let go', () => {
  const [one, copy] = [openDocument('one', pipeline), openDocument('copy', pipeline)];
  keepGlimpse(one, 'chart', report);
  keepGlimpse(copy, 'chart', report);
  expect(glimpseOf('one', 'chart')).toBeUndefined();
  expect(glimpseOf('copy', 'chart')).toBeDefined();
});
