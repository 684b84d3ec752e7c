import { defineErrors } from './entry.ts';

/** Pictures of a table: what stands in the way of one, and, as notes, what one leaves out. */
export const chartingErrors = defineErrors({
  title: {
    en: 'The picture cannot be drawn, or does not show everything',
    'pt-BR': 'A figura não pode ser desenhada ou não mostra tudo',
  },
  entries: {
    'chart-column-none': {
      kind: 'user',
      params: ['expected'],
      en: {
        message: 'The table has no column to draw here; this needs {expected}.',
        remedy: 'Draw another kind of chart, or set the types with “Set roles and types”.',
      },
      'pt-BR': {
        message: 'A tabela não tem coluna para desenhar aqui; é preciso {expected}.',
        remedy: 'Use outro tipo de gráfico ou defina os tipos com “Definir papéis e tipos”.',
      },
    },
    'chart-empty': {
      kind: 'user',
      params: [],
      en: {
        message: 'No row has all the values that this picture needs.',
        remedy: 'Choose other columns, or look at the data that comes in.',
      },
      'pt-BR': {
        message: 'Nenhuma linha tem todos os valores de que esta figura precisa.',
        remedy: 'Escolha outras colunas ou veja os dados que entram.',
      },
    },
    'chart-rows-missing': {
      kind: 'user',
      params: ['count', 'columns'],
      en: {
        message:
          '{count, plural, one {# row is not in the picture} other {# rows are not in the picture}}: a value is missing in {columns}.',
        remedy: '“Fill missing values” before this node brings them in.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# linha não está na figura} other {# linhas não estão na figura}}: falta um valor em {columns}.',
        remedy: '“Preencher valores ausentes” antes deste nó faz com que apareçam.',
      },
    },
    'chart-values-missing': {
      kind: 'user',
      params: ['count', 'column'],
      en: {
        message:
          '{count, plural, one {# row has} other {# rows have}} no value in “{column}” and {count, plural, one {counts} other {count}} for nothing in its figures.',
        remedy: '“Fill missing values” before this node brings them in.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# linha não tem} other {# linhas não têm}} valor em “{column}” e não {count, plural, one {entra} other {entram}} nas contas.',
        remedy: '“Preencher valores ausentes” antes deste nó faz com que entrem.',
      },
    },
    'chart-log-left-out': {
      kind: 'user',
      params: ['count', 'column'],
      en: {
        message:
          '{count, plural, one {# row is} other {# rows are}} not in the picture: 0 and less in “{column}” have no place on a logarithmic axis.',
        remedy: 'Turn the logarithmic axis off to see them.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# linha não está} other {# linhas não estão}} na figura: 0 ou menos em “{column}” não cabe num eixo logarítmico.',
        remedy: 'Desligue o eixo logarítmico para ver.',
      },
    },
    'chart-groups-joined': {
      kind: 'user',
      params: ['column', 'shown', 'others'],
      en: {
        message:
          '“{column}” has many values: {shown, number} stand by themselves, the other {others, number} together.',
        remedy:
          'Keep only the rows that you want to see or, where that is a setting, raise how many are shown.',
      },
      'pt-BR': {
        message:
          '“{column}” tem muitos valores: {shown, number} aparecem sozinhos, os outros {others, number} juntos.',
        remedy:
          'Mantenha só as linhas que você quer ver ou, onde houver esse ajuste, aumente quantos aparecem.',
      },
    },
    'chart-sampled': {
      kind: 'user',
      params: ['shown', 'rows'],
      en: {
        message:
          '{shown, number} of {rows, number} rows are drawn, chosen at random and always the same.',
        remedy: 'Raise how many points are drawn to see more.',
      },
      'pt-BR': {
        message: 'Aparecem {shown, number} de {rows, number} linhas, sorteadas e sempre as mesmas.',
        remedy: 'Aumente quantos pontos aparecem para ver mais.',
      },
    },
    'chart-trend-none': {
      kind: 'user',
      params: [],
      en: {
        message:
          'No trend line is drawn: it needs two columns of numbers whose values differ, on axes that are not logarithmic.',
        remedy: 'Choose other columns, or turn the logarithmic axis off.',
      },
      'pt-BR': {
        message:
          'A reta de tendência não aparece: ela precisa de duas colunas numéricas com valores diferentes, em eixos que não sejam logarítmicos.',
        remedy: 'Escolha outras colunas ou desligue o eixo logarítmico.',
      },
    },
    'chart-values-joined': {
      kind: 'user',
      params: ['column', 'shown'],
      en: {
        message:
          '“{column}” has more than {shown, number} values; each point stands for a stretch of them.',
        remedy: 'Keep fewer rows to see each value.',
      },
      'pt-BR': {
        message:
          '“{column}” tem mais de {shown, number} valores; cada ponto representa um trecho deles.',
        remedy: 'Mantenha menos linhas para ver cada valor.',
      },
    },
    'chart-columns-cut': {
      kind: 'user',
      params: ['shown', 'count'],
      en: {
        message: 'Only the first {shown, number} of {count, number} columns are drawn.',
        remedy: 'Choose the columns that you want to see.',
      },
      'pt-BR': {
        message: 'Só as primeiras {shown, number} de {count, number} colunas aparecem.',
        remedy: 'Escolha as colunas que você quer ver.',
      },
    },
    'chart-pairs-missing': {
      kind: 'user',
      params: ['count'],
      en: {
        message:
          '{count, plural, one {# row lacks} other {# rows lack}} a value somewhere; each pair counts the rows where both are there.',
        remedy: '“Fill missing values” before this node brings them in.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# linha tem} other {# linhas têm}} algum valor ausente; cada par conta as linhas em que os dois estão presentes.',
        remedy: '“Preencher valores ausentes” antes deste nó faz com que entrem.',
      },
    },
    'chart-not-split': {
      kind: 'user',
      params: [],
      en: {
        message: 'The rows are not split into training and test, so all of them are drawn.',
        remedy: 'Put “Split train and test” before this node to choose a part.',
      },
      'pt-BR': {
        message: 'As linhas não estão separadas em treino e teste, então aparecem todas.',
        remedy: 'Coloque “Separar treino e teste” antes deste nó para escolher uma parte.',
      },
    },
  },
});
