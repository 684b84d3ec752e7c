/**
 * The template `classify` beside a plain scikit-learn logistic regression (5 folds, standardised, one-hot), whose
 * figures were measured once and stand here. On the data sets beside the checkout; without them it says nothing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localOwner } from '#server/services/authorize.ts';
import { type Bench, openBench } from '../work/open.ts';

const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
const SEEDS = [1, 2, 3, 4, 5];

/** File, target, scikit-learn's accuracy and log loss. */
const SETS = [
  ['penguins', 'species', 0.994, 0.035],
  ['iris', 'species', 0.953, 0.156],
  ['mlc_churn', 'churn', 0.866, 0.318],
  ['credit_data', 'Status', 0.799, 0.443],
  ['attrition', 'Attrition', 0.881, 0.328],
  ['hmda', 'deny', 0.901, 0.274],
  ['letter', 'lettr', 0.775, 0.851],
  ['digits', 'digit', 0.971, 0.1],
] as const;

interface Scores {
  readonly accuracy: number;
  readonly logLoss: number;
}

export async function figures() {
  const bench = await openBench();
  const found = SETS.filter(([file]) => existsSync(join(SHARED, `${file}.csv`)));
  const measured: object[] = [];
  try {
    for (const [file, target, accuracy, logLoss] of found) {
      const scores = await scoresOf(bench, join(SHARED, `${file}.csv`), target);
      measured.push(
        figure(file, 'accuracy', mean(scores.map((each) => each.accuracy)), accuracy - 0.02, true),
        figure(file, 'logLoss', mean(scores.map((each) => each.logLoss)), logLoss + 0.03, false),
      );
    }
  } finally {
    await bench.close();
  }
  return measured;
}

async function scoresOf({ services }: Bench, path: string, target: string): Promise<Scores[]> {
  const { name, hash } = await services.datasets.importFile(localOwner, { path });
  const scores: Scores[] = [];
  for (const seed of SEEDS) {
    const { id } = await services.runs.start(localOwner, {
      source: { template: 'classify' },
      params: { file: { dataset: name, hash }, target },
      seed,
    });
    const result = await services.runs.finished(localOwner, id);
    if (result.status !== 'done') throw new Error(`${path}: ${JSON.stringify(result.error)}`);
    const report = result.nodes['metrics']?.report as unknown as { metrics: Scores };
    scores.push(report.metrics);
  }
  return scores;
}

function figure(file: string, what: string, value: number, limit: number, atLeast: boolean) {
  return {
    name: `classify.${file}.${what}`,
    value: Number(value.toFixed(4)),
    unit: what === 'accuracy' ? 'share' : 'nats',
    goal: `${atLeast ? '≥' : '≤'} ${limit.toFixed(3)}`,
    met: atLeast ? value >= limit : value <= limit,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
