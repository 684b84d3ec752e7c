import path from 'node:path';
import { EsteiraError, toData } from '#schemas/errors.ts';
import { durationText } from '#schemas/quantities.ts';
import type { Json, Pipeline } from '#schemas/types.ts';
import { wrongOption } from '../arguments.ts';
import { DONE, FAILED, type Arguments, type Command } from '../command.ts';
import { wordsOfNodes } from '../errorWords.ts';
import type { Home } from '../home/home.ts';
import { openHome } from '../home/open.ts';
import { Refusal, refusing } from '../refusal.ts';
import { assign, type Assigned } from '../run/assign.ts';
import { isBundle, readBundle } from '../run/bundle.ts';
import { followRun, type Followed } from '../run/follow.ts';
import { makeFolder, writeOutputs } from '../run/output.ts';
import { drawProgress } from '../run/progress.ts';
import { readSource } from '../run/source.ts';
import { labelsOf } from '../run/words.ts';
import { hasNodeCodes, summaryOf } from '../summary/result.ts';
import type { Terminal } from '../terminal.ts';

export const run: Command = {
  name: 'run',
  about: {
    en: 'Runs a pipeline or a template to its end.',
    'pt-BR': 'Executa um pipeline ou um modelo pronto até o fim.',
  },
  positionals: ['<pipeline.json | bundle.zip | template>'],
  options: {
    set: {
      value: 'name=value',
      many: true,
      about: {
        en: 'The value of a parameter; for data, the path of a file. Columns are separated by commas.',
        'pt-BR':
          'O valor de um parâmetro; para dados, o caminho de um arquivo. Separe colunas por vírgulas.',
      },
    },
    seed: {
      value: 'n',
      about: {
        en: 'Instead of the document’s: the same seed gives the same result.',
        'pt-BR': 'No lugar da semente do documento: a mesma semente dá o mesmo resultado.',
      },
    },
    fresh: {
      value: 'node',
      many: true,
      about: {
        en: 'Computes this node, and what comes after it, again; all for every node.',
        'pt-BR': 'Calcula de novo este nó e o que vem depois dele; all para todos os nós.',
      },
    },
    json: {
      about: {
        en: 'The last line is the result as JSON.',
        'pt-BR': 'A última linha é o resultado em JSON.',
      },
    },
    out: {
      value: 'dir',
      about: {
        en: 'Copies the files that the run saved there, with result.json and report.html.',
        'pt-BR': 'Copia para lá os arquivos salvos pela execução, com result.json e report.html.',
      },
    },
  },
  async run(given, terminal) {
    const job = await refusing(() => readJob(given, terminal));
    const asJson = given.switches.has('json');
    try {
      return await work(job, terminal, asJson);
    } catch (thrown) {
      // Nothing ran, so there is no result to print but this: a program that reads it learns why.
      if (asJson && thrown instanceof EsteiraError) {
        const error = toData(thrown);
        terminal.say(
          JSON.stringify({ run: 'none', status: 'failed', seed: job.seed, error, nodes: {} }),
        );
      }
      throw thrown;
    }
  },
};

interface Job {
  readonly document: Pipeline;
  readonly assigned: Assigned;
  readonly seed: number;
  readonly fresh: readonly string[];
  readonly out: string | undefined;
}

const LARGEST_SEED = 2 ** 32 - 1;

async function readJob({ positionals, values }: Arguments, terminal: Terminal): Promise<Job> {
  const { folder } = terminal;
  const [seedText] = values['seed'] ?? [];
  const seed = seedText === undefined ? undefined : Number(seedText);
  const isSeed =
    seedText === undefined || (/^\d+$/.test(seedText) && Number(seedText) <= LARGEST_SEED);
  if (!isSeed) throw wrongOption('--seed', 'seed');
  const name = positionals[0]!;
  const document = await (isBundle(name) ? readBundle(name, terminal) : readSource(name, folder));
  const assigned = assign(document.parameters, values['set'] ?? []);
  const [out] = values['out'] ?? [];
  return {
    document,
    assigned,
    seed: seed ?? document.seed,
    fresh: freshNodes(document, values['fresh'] ?? []),
    out: out === undefined ? undefined : path.resolve(folder, out),
  };
}

/** A node that happens to be called "all" is meant with all the others. */
const freshNodes = ({ nodes }: Pipeline, given: readonly string[]): readonly string[] =>
  given.includes('all') ? nodes.map(({ id }) => id) : given;

async function work(job: Job, terminal: Terminal, asJson: boolean): Promise<number> {
  const home = await openHome(terminal);
  const started = performance.now();
  try {
    if (job.out !== undefined) await makeFolder(job.out);
    const params = { ...job.assigned.values, ...(await importFiles(job.assigned, home, terminal)) };
    const { id } = await startRun(home, job, params);
    const { screen, locale } = terminal;
    const watcher = screen ? drawProgress(screen, job.document, locale) : silent;
    const followed = await followRun(home, id, terminal, watcher);
    const { result } = followed;
    const copied = job.out === undefined ? [] : await writeOutputs(home, result, job.out, locale);
    if (asJson) terminal.say(JSON.stringify(result));
    else {
      const took = durationText(performance.now() - started, locale);
      await tell(followed, { home, job, terminal, took, copied });
    }
    return result.status === 'done' ? DONE : FAILED;
  } finally {
    await home.close();
  }
}

const silent = { see() {}, end() {} };

async function importFiles(
  { files }: Assigned,
  home: Home,
  { folder }: Terminal,
): Promise<Record<string, Json>> {
  const imported: [string, Json][] = [];
  for (const { parameter, path: file } of files) {
    imported.push([parameter, { ...(await home.importFile(path.resolve(folder, file))) }]);
  }
  return Object.fromEntries(imported);
}

/** What keeps the document itself from running is a mistake in it; missing data or a full disk is a failure. */
async function startRun(home: Home, { document, seed, fresh }: Job, params: Record<string, Json>) {
  try {
    return await home.start({ source: { document }, params, seed, fresh, trigger: 'command' });
  } catch (thrown) {
    throw thrown instanceof EsteiraError && isAboutDocument(thrown) ? new Refusal(thrown) : thrown;
  }
}

export function isAboutDocument({ kind, code }: Pick<EsteiraError, 'kind' | 'code'>): boolean {
  return kind === 'user' && !/^(dataset|file)-/.test(code);
}

interface Told {
  readonly home: Home;
  readonly job: Job;
  readonly terminal: Terminal;
  readonly took: string;
  readonly copied: readonly string[];
}

async function tell(
  { result, said }: Followed,
  { home, job, terminal, took, copied }: Told,
): Promise<void> {
  const { locale } = terminal;
  const lines = summaryOf(result, {
    locale,
    label: labelsOf(job.document.nodes),
    said,
    messages: hasNodeCodes(result, said) ? await wordsOfNodes() : {},
    asks: result.status === 'waiting' ? await home.asks(result.run) : [],
    took,
  });
  for (const line of lines) terminal.say(line);
  if (copied.length > 0) terminal.say(`${job.out!}: ${copied.join(', ')}`);
}
