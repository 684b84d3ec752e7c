import { expect, test } from 'vitest';
import { closingLine, tally, type VitestReport } from './tally.ts';

const report = (passed: number, failed: number, ...statuses: string[]): VitestReport => ({
  success: failed === 0 && !statuses.includes('failed'),
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: statuses.map((status) => ({ status, assertionResults: [] })),
});

test('gates and tests that pass are counted together', () => {
  expect(tally([true, true, true], report(10, 0), true)).toEqual({ passed: 13, failed: 0 });
});

test('a failing gate is a failure though every test passes', () => {
  expect(tally([true, false, true], report(10, 0), true)).toEqual({ passed: 12, failed: 1 });
});

test('a file that breaks before its first test is a failure', () => {
  expect(tally([true], report(4, 0, 'passed', 'failed'), false)).toEqual({ passed: 5, failed: 1 });
});

test('a failed test is counted once, not again for its file', () => {
  const oneFailed: VitestReport = {
    success: false,
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
    ],
  };
  expect(tally([], oneFailed, false)).toEqual({ passed: 1, failed: 1 });
});

test('an error outside of any test and a missing report are failures', () => {
  expect(tally([], report(4, 0, 'passed'), false)).toEqual({ passed: 4, failed: 1 });
  expect(tally([true], null, false)).toEqual({ passed: 1, failed: 1 });
});

test('the closing line is plain', () => {
  expect(closingLine({ passed: 3, failed: 0 })).toBe('3 passed, 0 failed');
});
