import type { Locale } from '#schemas/types.ts';

/** What the engine counts and measures, in a reader's words; a name that is not here is shown as it is. */
const terms: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  epochs: { en: 'epochs', 'pt-BR': 'épocas' },
  epoch: { en: 'epoch', 'pt-BR': 'época' },
  folds: { en: 'folds', 'pt-BR': 'partes' },
  iterations: { en: 'iterations', 'pt-BR': 'iterações' },
  rows: { en: 'rows', 'pt-BR': 'linhas' },
  loss: { en: 'loss', 'pt-BR': 'perda' },
  validationLoss: { en: 'validation loss', 'pt-BR': 'perda na validação' },
  accuracy: { en: 'accuracy', 'pt-BR': 'acurácia' },
  balancedAccuracy: { en: 'balanced accuracy', 'pt-BR': 'acurácia balanceada' },
  macroF1: { en: 'macro F1', 'pt-BR': 'F1 macro' },
  logLoss: { en: 'log loss', 'pt-BR': 'log loss' },
  rocAuc: { en: 'ROC AUC', 'pt-BR': 'área ROC' },
  rmse: { en: 'RMSE', 'pt-BR': 'RMSE' },
  mae: { en: 'MAE', 'pt-BR': 'MAE' },
  r2: { en: 'R²', 'pt-BR': 'R²' },
  bytes: { en: 'bytes', 'pt-BR': 'bytes' },
};

export function term(name: string, locale: Locale): string {
  return Object.hasOwn(terms, name) ? terms[name]![locale] : name;
}

/** Four digits say enough to a reader; the exact figures are in the result. */
export function figure(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }).format(value);
}

export const whole = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);

/** Names come from documents of anybody: nothing in them may steer the terminal. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
}

/** The last part of a step's id, by the label that a person gave it. */
export function labelsOf(
  nodes: readonly { readonly id: string; readonly label?: string }[],
): (step: string) => string {
  const labels = new Map(nodes.map(({ id, label }) => [id, plain(label ?? id)]));
  return (step) => labels.get(step) ?? plain(step);
}
