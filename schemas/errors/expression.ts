import { defineErrors } from './entry.ts';

/** Formulas and conditions. Positions count characters from 1. */
export const expressionErrors = defineErrors({
  title: { en: 'The formula has a mistake', 'pt-BR': 'A fórmula tem um erro' },
  entries: {
    'expression-empty': {
      kind: 'user',
      params: [],
      en: { message: 'The formula is empty.', remedy: 'Type a formula.' },
      'pt-BR': { message: 'A fórmula está vazia.', remedy: 'Digite uma fórmula.' },
    },
    'expression-syntax': {
      kind: 'user',
      params: ['position', 'found'],
      en: {
        message:
          'The formula cannot be understood at character {position, number}: {found} cannot stand there.',
        remedy: 'Look for a missing operator, bracket or quote just before that place.',
      },
      'pt-BR': {
        message:
          'A fórmula não pode ser entendida no caractere {position, number}: {found} não pode estar ali.',
        remedy: 'Procure um operador, parêntese ou aspas que falte logo antes desse ponto.',
      },
    },
    'expression-ends-early': {
      kind: 'user',
      params: ['position', 'expected'],
      en: {
        message: 'The formula ends at character {position, number}, where {expected} was expected.',
        remedy: 'Complete the formula.',
      },
      'pt-BR': {
        message: 'A fórmula termina no caractere {position, number}, onde se esperava {expected}.',
        remedy: 'Complete a fórmula.',
      },
    },
    'expression-quote-open': {
      kind: 'user',
      params: ['position'],
      en: {
        message:
          'The text or name that opens at character {position, number} of the formula is never closed.',
        remedy: 'Add the closing quote or bracket.',
      },
      'pt-BR': {
        message:
          'O texto ou nome que abre no caractere {position, number} da fórmula nunca é fechado.',
        remedy: 'Acrescente as aspas ou o colchete de fechamento.',
      },
    },
    'expression-column-unknown': {
      kind: 'user',
      params: ['column', 'known'],
      en: {
        message:
          'The formula uses the column “{column}”, which the table does not have. It has {known}.',
        remedy: 'Correct the name. Upper and lower case count.',
      },
      'pt-BR': {
        message: 'A fórmula usa a coluna “{column}”, que a tabela não tem. Ela tem {known}.',
        remedy: 'Corrija o nome. Maiúsculas e minúsculas contam.',
      },
    },
    'expression-function-unknown': {
      kind: 'user',
      params: ['function', 'similar'],
      en: {
        message:
          'There is no function “{function}”.{similar, select, none {} other { Did you mean {similar}?}}',
        remedy: 'Choose a function from the list.',
      },
      'pt-BR': {
        message: 'Não há função “{function}”.{similar, select, none {} other { Seria {similar}?}}',
        remedy: 'Escolha uma função da lista.',
      },
    },
    'expression-argument-count': {
      kind: 'user',
      params: ['function', 'expected', 'count'],
      en: {
        message:
          'The function {function} takes {expected} and was given {count, plural, =0 {nothing} one {# value} other {# values}}.',
        remedy: 'Give it as many values as it takes.',
      },
      'pt-BR': {
        message:
          'A função {function} recebe {expected} e foi chamada com {count, plural, =0 {nenhum valor} one {# valor} other {# valores}}.',
        remedy: 'Informe a quantidade de valores que ela recebe.',
      },
    },
    'expression-argument-type': {
      kind: 'user',
      params: ['function', 'position', 'expected', 'found'],
      en: {
        message: 'Value {position, number} of {function} must be {expected}, and it is {found}.',
        remedy: 'Convert the value, or use another column.',
      },
      'pt-BR': {
        message:
          'O valor {position, number} de {function} deve ser do tipo {expected}, mas é do tipo {found}.',
        remedy: 'Converta o valor ou use outra coluna.',
      },
    },
    'expression-types-differ': {
      kind: 'user',
      params: ['function', 'left', 'right'],
      en: {
        message: '{function} needs values of one type, and was given {left} and {right}.',
        remedy: 'Convert one of the two.',
      },
      'pt-BR': {
        message: '{function} precisa de valores de um só tipo e recebeu {left} e {right}.',
        remedy: 'Converta um dos dois.',
      },
    },
    'expression-not-condition': {
      kind: 'user',
      params: ['found'],
      en: {
        message: 'A condition must be true or false, and this formula gives {found}.',
        remedy: 'Compare with something, for example: age > 18.',
      },
      'pt-BR': {
        message:
          'Uma condição deve ser verdadeira ou falsa, e esta fórmula dá um valor do tipo {found}.',
        remedy: 'Compare com algo, por exemplo: idade > 18.',
      },
    },
    'expression-too-deep': {
      kind: 'user',
      params: ['limit'],
      en: {
        message: 'The formula nests more than {limit, number} levels deep.',
        remedy: 'Split it over two formula nodes.',
      },
      'pt-BR': {
        message: 'A fórmula tem mais de {limit, number} níveis, uns dentro dos outros.',
        remedy: 'Divida-a em dois nós de fórmula.',
      },
    },
    'expression-pattern-invalid': {
      kind: 'user',
      params: ['pattern', 'detail'],
      en: {
        message: 'The search pattern “{pattern}” is not a valid regular expression ({detail}).',
        remedy: 'Correct the pattern; look-around and back-references are not supported.',
      },
      'pt-BR': {
        message: 'O padrão de busca “{pattern}” não é uma expressão regular válida ({detail}).',
        remedy: 'Corrija o padrão; lookaround e referências a grupos não são aceitos.',
      },
    },
  },
});
