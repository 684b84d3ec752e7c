// `npm run bench:peers`: the programs that figures are compared with, in a virtual environment of their own (.peers/,
// not kept in the repository). What the machine lacks is said; nothing of the project needs any of it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Pinned, so that two machines compare with the same programs. DuckDB is the version that Esteira itself runs on. */
const packages = {
  'scikit-learn': '1.9.1',
  numpy: '2.4.6',
  pandas: '3.1.1',
  duckdb: '1.5.6',
  lightgbm: '4.7.0',
} as const;

const folder = path.resolve(import.meta.dirname, '../../.peers');
const isWindows = process.platform === 'win32';
const python = path.join(folder, ...(isWindows ? ['Scripts', 'python.exe'] : ['bin', 'python']));

interface Ran {
  readonly ok: boolean;
  readonly text: string;
}

function run(command: string, ...words: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  return { ok: status === 0, text: `${stdout ?? ''}${stderr ?? ''}`.trim() };
}

/** A Python that can make virtual environments, by one of its names. */
function findPython(): string | undefined {
  const names = isWindows ? ['py', 'python'] : ['python3', 'python'];
  return names.find(
    (name) => run(name, '-c', 'import sys, venv; assert sys.version_info >= (3, 11)').ok,
  );
}

function install(): string | undefined {
  if (!existsSync(python)) {
    const found = findPython();
    if (found === undefined) return 'There is no Python 3.11 or newer with venv on this machine.';
    const made = run(found, '-m', 'venv', folder);
    if (!made.ok) return `No virtual environment could be made: ${made.text}`;
  }
  const pinned = Object.entries(packages).map(([name, version]) => `${name}==${version}`);
  const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const installed = run(python, ...words, '--only-binary', ':all:', ...pinned);
  return installed.ok ? undefined : `The packages could not be installed: ${installed.text}`;
}

/** What stands there now, whether or not the installation went well. */
function report(): void {
  const code = 'import sys, importlib.metadata as m; print(m.version(sys.argv[1]))';
  for (const [name, version] of Object.entries(packages)) {
    const found = existsSync(python) ? run(python, '-c', code, name) : { ok: false, text: '' };
    const there = found.ok ? found.text : 'not there';
    console.log(
      `${found.ok && there === version ? '✓' : '✗'} ${name} ${there} (wanted ${version})`,
    );
  }
}

const problem = install();
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
}
report();
