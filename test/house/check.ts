// The whole check, as `npm test` and .ci/run run it: format, lint, types, then every test.
// All stages run even when one fails, so that one run tells everything there is to mend.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closingLine, tally, type VitestReport } from './tally.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'esteira-check-'));
const reportFile = path.join(folder, 'vitest.json');

/** Runs a command line of the project and says how it went; its output passes through. */
function stage(name: string, commandLine: string): boolean {
  const started = performance.now();
  const { status } = spawnSync(commandLine, { cwd: root, shell: true, stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  return status === 0;
}

function readReport(): VitestReport | null {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
}

const gates = [
  stage('format', 'npm run --silent format -- --check'),
  stage('lint', 'npm run --silent lint'),
  stage('types', 'npm run --silent types'),
];
const chosen = process.argv.slice(2).map((argument) => JSON.stringify(argument));
const reporters = `--reporter=dot --reporter=json --outputFile.json=${JSON.stringify(reportFile)}`;
const testsPassed = stage('tests', ['npx vitest run', reporters, ...chosen].join(' '));

const total = tally(gates, readReport(), testsPassed);
rmSync(folder, { recursive: true, force: true });
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
