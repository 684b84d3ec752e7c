/** Names that a suggestion writes into its document, where the reader will see and change them. */
import type { Locale } from '#schemas/types.ts';

interface Words {
  readonly name: (target: string, file: string) => string;
  /** `time` is the column by which the rows are split, where they lie along one. */
  readonly description: (time: string | undefined) => string;
  /** By the node type of a learner, so short that they stand on a card beside what is done with it. */
  readonly learners: Readonly<Record<string, string>>;
  readonly predictions: (learner: string) => string;
  readonly figures: (learner: string) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    name: (target, file) => `Predict ${target} (${file})`,
    description: (time) =>
      `Made from the file: what to learn from, cleaning, a split, a baseline, and learners to compare on the rows kept aside.${
        time === undefined
          ? ''
          : ` The rows follow time, so the newest by “${time}” are kept aside: the figures then say how well it foresees what comes.`
      }`,
    learners: {
      baseline: 'Baseline',
      'logistic-regression': 'Logistic regression',
      'linear-regression': 'Linear regression',
      'neural-network': 'Neural network',
    },
    predictions: (learner) => `Predict: ${learner}`,
    figures: (learner) => `Score: ${learner}`,
  },
  'pt-BR': {
    name: (target, file) => `Prever ${target} (${file})`,
    description: (time) =>
      `Feito a partir do arquivo: do que aprender, limpeza, separação, uma linha de base e modelos para comparar nas linhas guardadas.${
        time === undefined
          ? ''
          : ` As linhas seguem o tempo; por isso, as mais novas por “${time}” ficam guardadas: o resultado diz então o quanto se acerta do que ainda vem.`
      }`,
    learners: {
      baseline: 'linha de base',
      'logistic-regression': 'logística',
      'linear-regression': 'linear',
      'neural-network': 'rede neural',
    },
    predictions: (learner) => `Prever: ${learner}`,
    figures: (learner) => `Conferir: ${learner}`,
  },
};
