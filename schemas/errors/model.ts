import { defineErrors } from './entry.ts';

/** Answering with a trained model. */
export const modelErrors = defineErrors({
  title: { en: 'The model cannot answer', 'pt-BR': 'O modelo não consegue responder' },
  entries: {
    'model-column-gone': {
      kind: 'user',
      params: ['columns', 'count'],
      en: {
        message:
          'The model needs {count, plural, one {the column {columns}, which is not in the data} other {# columns that are not in the data: {columns}}}.',
        remedy:
          '{count, plural, one {Give the column, or train a model without it} other {Give the columns, or train a model without them}}.',
      },
      'pt-BR': {
        message:
          'O modelo precisa {count, plural, one {da coluna {columns}, que não está nos dados} other {de # colunas que não estão nos dados: {columns}}}.',
        remedy:
          '{count, plural, one {Inclua a coluna ou treine um modelo sem ela} other {Inclua as colunas ou treine um modelo sem elas}}.',
      },
    },
    'model-column-type': {
      kind: 'user',
      params: ['column', 'expected', 'found'],
      en: {
        message:
          'The model learnt the column “{column}” as {expected}, and the data has it as {found}.',
        remedy: 'Convert the column, or train the model again.',
      },
      'pt-BR': {
        message:
          'O modelo aprendeu a coluna “{column}” como {expected}, e nos dados ela é do tipo {found}.',
        remedy: 'Converta a coluna ou treine o modelo de novo.',
      },
    },
    'model-value-wrong': {
      kind: 'user',
      params: ['column', 'value', 'expected', 'row', 'type'],
      en: {
        message:
          'Row {row, number} has “{value}” in “{column}”, and the model needs {expected} there.',
        remedy:
          '{type, select, date {Write a date as YYYY-MM-DD, such as 2026-03-31} timestamp {Write a date and time as YYYY-MM-DD HH:MM:SS, such as 2026-03-31 14:30:00} int64 {Write a whole number with digits only, such as 1250} float64 {Write a number with digits only, such as 1250.5} bool {Write true or false} other {Correct the value}}, or leave it out if it is not known.',
      },
      'pt-BR': {
        message:
          'A linha {row, number} tem “{value}” em “{column}”, e o modelo precisa de {expected} ali.',
        remedy:
          '{type, select, date {Escreva a data como AAAA-MM-DD, por exemplo 2026-03-31,} timestamp {Escreva a data e a hora como AAAA-MM-DD HH:MM:SS, por exemplo 2026-03-31 14:30:00,} int64 {Escreva o número inteiro só com dígitos, por exemplo 1250,} float64 {Escreva o número só com dígitos, por exemplo 1250.5,} bool {Escreva true ou false} other {Corrija o valor}} ou deixe-o de fora se não for conhecido.',
      },
    },
    'model-task-differs': {
      kind: 'user',
      params: ['expected', 'found'],
      en: {
        message: 'This node measures {expected}, and the model answers {found}.',
        remedy: 'Use the metrics node for the other kind of model.',
      },
      'pt-BR': {
        message: 'Este nó mede {expected}, e o modelo responde {found}.',
        remedy: 'Use o nó de métricas para o outro tipo de modelo.',
      },
    },
    'model-type-unknown': {
      kind: 'user',
      params: ['type'],
      en: {
        message: 'The model was made by “{type}”, which is not installed here.',
        remedy: 'Update Esteira, install the node type, or train the model again.',
      },
      'pt-BR': {
        message: 'O modelo foi feito por “{type}”, que não está instalado aqui.',
        remedy: 'Atualize o Esteira, instale o tipo de nó ou treine o modelo de novo.',
      },
    },
    'model-answer-differs': {
      kind: 'operational',
      params: [],
      en: {
        message:
          'The model no longer gives the answer that was recorded with it for its own example, so it is not used.',
        remedy: 'Train the model again.',
      },
      'pt-BR': {
        message:
          'O modelo já não dá a resposta registrada com ele para o seu próprio exemplo; por isso não é usado.',
        remedy: 'Treine o modelo de novo.',
      },
    },
    'backend-unavailable': {
      kind: 'operational',
      params: ['backend'],
      en: {
        message: 'The tensor backend “{backend}” cannot be started on this machine.',
        remedy: 'Choose another backend, or let it be found.',
      },
      'pt-BR': {
        message: 'O backend de tensores “{backend}” não pode ser iniciado nesta máquina.',
        remedy: 'Escolha outro backend ou deixe que seja detectado.',
      },
    },
  },
});
