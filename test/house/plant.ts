import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** What the real linter with the real configuration says of a planted tree. */
export type Findings = {
  /** How many files the linter read; a linter that reads nothing finds nothing. */
  readonly filesRead: number;
  readonly problems: readonly {
    readonly file: string;
    readonly rule: string;
    readonly message: string;
  }[];
};

const configuration = [
  '.oxlintrc.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'test/house/rooms.ts',
  'test/house/judgeImport.ts',
  'test/house/importRule.ts',
];

/** How many modules of the configuration itself the linter reads beside the planted ones. */
export const configurationModules = configuration.filter((file) => file.endsWith('.ts')).length;

/** Lints `files` (path → text) in a temporary folder that holds nothing else of the project. */
export async function lintPlanted(files: ReadonlyMap<string, string>): Promise<Findings> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'esteira-house-')));
  try {
    for (const file of configuration) cpSync(path.join(root, file), path.join(folder, file));
    for (const [file, text] of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    return parseReport(await runLinter(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The linter ends with 1 when it finds something, so only a missing report is an error. */
async function runLinter(folder: string): Promise<string> {
  const linter = path.join(root, 'node_modules/oxlint/bin/oxlint');
  // Without the type-aware rules: they need node_modules beside the planted files.
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [linter, '--format', 'json'],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (stdout.trimStart().startsWith('{')) resolve(stdout);
        else
          reject(new Error(`The linter gave no report.\n${stdout}\n${stderr}`, { cause: error }));
      },
    );
  });
}

function parseReport(json: string): Findings {
  const report = JSON.parse(json) as {
    number_of_files: number;
    diagnostics: { filename: string; code: string; message: string }[];
  };
  return {
    filesRead: report.number_of_files,
    problems: report.diagnostics.map(({ filename, code, message }) => ({
      file: filename.replaceAll('\\', '/'),
      rule: code,
      message,
    })),
  };
}
