import { defineErrors } from './entry.ts';

/** What has to be said beside a measurement: mostly notes, which stop nothing. */
export const judgingErrors = defineErrors({
  title: {
    en: 'The measurement says less than it seems',
    'pt-BR': 'A medição diz menos do que parece',
  },
  entries: {
    'metric-unmeasurable': {
      kind: 'user',
      params: ['metric', 'reason'],
      en: {
        message:
          '{metric, select, accuracy {The accuracy} balancedAccuracy {The balanced accuracy} macroF1 {The macro F1} logLoss {The log loss} rocAuc {The ROC area} r2 {R²} other {{metric}}} cannot be measured: {reason, select, noRows {there is no row to measure on} oneClass {all rows are of one class} classAbsent {no row is of that class} classNeverPredicted {the model never answers that class} constantTarget {the target has the same value in every row} overflow {the numbers are too large} other {{reason}}}.',
        remedy: 'Measure on more rows, or split again so that the test part has every class.',
      },
      'pt-BR': {
        message:
          '{metric, select, accuracy {A acurácia} balancedAccuracy {A acurácia balanceada} macroF1 {O F1 macro} logLoss {A log loss} rocAuc {A área ROC} r2 {O R²} other {{metric}}} não pode ser medida: {reason, select, noRows {não há linha em que medir} oneClass {todas as linhas são de uma classe só} classAbsent {nenhuma linha é dessa classe} classNeverPredicted {o modelo nunca responde essa classe} constantTarget {o alvo tem o mesmo valor em todas as linhas} overflow {os números são grandes demais} other {{reason}}}.',
        remedy:
          'Meça com mais linhas ou separe de novo, para que a parte de teste tenha todas as classes.',
      },
    },
    'measured-on-all-rows': {
      kind: 'user',
      params: [],
      en: {
        message:
          'The table was never split, so all its rows were measured. On rows that it learned from, any model looks better than it is.',
        remedy: 'Put “Split train and test” before the model, or use “Cross-validate”.',
      },
      'pt-BR': {
        message:
          'A tabela não foi separada, então todas as linhas foram medidas. Nas linhas com que aprendeu, qualquer modelo parece melhor do que é.',
        remedy: 'Ponha “Separar treino e teste” antes do modelo ou use “Validação cruzada”.',
      },
    },
    'rows-not-judged': {
      kind: 'user',
      params: ['count'],
      en: {
        message:
          '{count, plural, one {# row was left out of the measurement: it has} other {# rows were left out of the measurement: they have}} no target or no prediction.',
        remedy: 'Fill missing values before the model, so that it can answer every row.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# linha ficou fora da medição: não tem} other {# linhas ficaram fora da medição: não têm}} alvo ou previsão.',
        remedy: 'Preencha os valores ausentes antes do modelo, para que ele responda toda linha.',
      },
    },
  },
});
