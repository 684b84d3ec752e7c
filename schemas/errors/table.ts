import { defineErrors } from './entry.ts';

/** Columns, types and values of a table on a wire. */
export const tableErrors = defineErrors({
  title: { en: 'The table does not fit the node', 'pt-BR': 'A tabela não serve para o nó' },
  entries: {
    'column-unknown': {
      kind: 'user',
      params: ['column', 'known'],
      en: {
        message: 'The table has no column “{column}”. It has {known}.',
        remedy: 'Choose a column that the table has.',
      },
      'pt-BR': {
        message: 'A tabela não tem a coluna “{column}”. Ela tem {known}.',
        remedy: 'Escolha uma coluna que a tabela tenha.',
      },
    },
    'column-repeated': {
      kind: 'user',
      params: ['column'],
      en: {
        message:
          'Two columns would be named “{column}” (upper and lower case do not tell names apart).',
        remedy: 'Rename one of them.',
      },
      'pt-BR': {
        message:
          'Duas colunas se chamariam “{column}” (maiúsculas e minúsculas não diferenciam nomes).',
        remedy: 'Renomeie uma delas.',
      },
    },
    'column-name-empty': {
      kind: 'user',
      params: [],
      en: { message: 'A column has no name.', remedy: 'Give it a name.' },
      'pt-BR': { message: 'Uma coluna está sem nome.', remedy: 'Dê um nome a ela.' },
    },
    'column-wrong-type': {
      kind: 'user',
      params: ['column', 'expected', 'found'],
      en: {
        message: 'The column “{column}” is {found}; this needs {expected}.',
        remedy: 'Choose another column, or convert this one with “Set roles and types”.',
      },
      'pt-BR': {
        message: 'A coluna “{column}” é do tipo {found}; aqui é preciso {expected}.',
        remedy: 'Escolha outra coluna ou converta esta com “Definir papéis e tipos”.',
      },
    },
    'columns-none': {
      kind: 'user',
      params: [],
      en: {
        message: 'No columns are left in the table.',
        remedy: 'Keep at least one column.',
      },
      'pt-BR': {
        message: 'Não sobrou nenhuma coluna na tabela.',
        remedy: 'Mantenha pelo menos uma coluna.',
      },
    },
    'columns-not-chosen': {
      kind: 'user',
      params: [],
      en: { message: 'No column has been chosen.', remedy: 'Choose at least one column.' },
      'pt-BR': {
        message: 'Nenhuma coluna foi escolhida.',
        remedy: 'Escolha pelo menos uma coluna.',
      },
    },
    'value-not-convertible': {
      kind: 'user',
      params: ['column', 'value', 'expected', 'row'],
      en: {
        message:
          'The value “{value}” in row {row, number} of “{column}” cannot be read as {expected}.',
        remedy: 'Correct the value, or read the column as text.',
      },
      'pt-BR': {
        message:
          'O valor “{value}”, na linha {row, number} de “{column}”, não pode ser lido como {expected}.',
        remedy: 'Corrija o valor ou leia a coluna como texto.',
      },
    },
    'operation-unsupported': {
      kind: 'user',
      params: ['operation', 'engine'],
      en: {
        message: 'The operation “{operation}” cannot run on {engine}.',
        remedy: 'Use another node, or run this pipeline on the built-in engine.',
      },
      'pt-BR': {
        message: 'A operação “{operation}” não pode ser executada em {engine}.',
        remedy: 'Use outro nó ou execute este pipeline no mecanismo embutido.',
      },
    },
    'partition-missing': {
      kind: 'user',
      params: [],
      en: {
        message: 'The rows are not split into parts.',
        remedy: 'Put “Split train and test” before this node.',
      },
      'pt-BR': {
        message: 'As linhas não estão separadas em partes.',
        remedy: 'Coloque “Separar treino e teste” antes deste nó.',
      },
    },
    'query-failed': {
      kind: 'operational',
      params: ['detail'],
      en: {
        message: 'The data engine could not compute the table: {detail}.',
        remedy: 'Look at the values that come into this node. If they are fine, report this.',
      },
      'pt-BR': {
        message: 'O mecanismo de dados não conseguiu calcular a tabela: {detail}.',
        remedy: 'Examine os valores que chegam a este nó. Se estiverem certos, relate isto.',
      },
    },
  },
});
