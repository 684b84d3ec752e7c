import { defineErrors } from './entry.ts';

/** Text that cannot be read as a formula. Positions count characters from 1. */
export const formulaErrors = defineErrors({
  title: { en: 'The formula cannot be read', 'pt-BR': 'A fórmula não pode ser lida' },
  entries: {
    'formula-separator': {
      kind: 'user',
      params: ['position', 'found', 'expected'],
      en: {
        message:
          'At character {position, number} of the formula stands “{found}” where values are parted by “{expected}”.',
        remedy: 'Write “{expected}” between the values.',
      },
      'pt-BR': {
        message:
          'No caractere {position, number} da fórmula há “{found}”, mas os valores são separados por “{expected}”.',
        remedy: 'Escreva “{expected}” entre os valores.',
      },
    },
    'formula-decimal-sign': {
      kind: 'user',
      params: ['position', 'number', 'expected'],
      en: {
        message:
          'The number {number} at character {position, number} of the formula has the wrong decimal sign.',
        remedy:
          'Write the number with “{expected}” before its decimals, and without signs between thousands.',
      },
      'pt-BR': {
        message:
          'O número {number} no caractere {position, number} da fórmula tem o sinal decimal errado.',
        remedy:
          'Escreva o número com “{expected}” antes das casas decimais e sem separar os milhares.',
      },
    },
    'formula-comparison-chained': {
      kind: 'user',
      params: ['position'],
      en: {
        message:
          'A second comparison follows the first at character {position, number} of the formula.',
        remedy: 'Join two comparisons by AND, or use BETWEEN.',
      },
      'pt-BR': {
        message:
          'Uma segunda comparação segue a primeira no caractere {position, number} da fórmula.',
        remedy: 'Junte duas comparações com E, ou use ENTRE.',
      },
    },
    'formula-number-too-large': {
      kind: 'user',
      params: ['number', 'position'],
      en: {
        message: 'The number {number} at character {position, number} of the formula is too large.',
        remedy: 'Use a number below 1.8e308.',
      },
      'pt-BR': {
        message: 'O número {number} no caractere {position, number} da fórmula é grande demais.',
        remedy: 'Use um número abaixo de 1,8e308.',
      },
    },
    'formula-name': {
      kind: 'user',
      params: ['position', 'limit'],
      en: {
        message:
          'The column name at character {position, number} of the formula is empty or longer than {limit, number} characters.',
        remedy: 'Write the name of a column between the brackets.',
      },
      'pt-BR': {
        message:
          'O nome de coluna no caractere {position, number} da fórmula está vazio ou tem mais de {limit, number} caracteres.',
        remedy: 'Escreva o nome de uma coluna entre os colchetes.',
      },
    },
    'formula-date': {
      kind: 'user',
      params: ['date', 'position'],
      en: {
        message: '“{date}” at character {position, number} of the formula is not a date.',
        remedy: 'Write it as #2024-01-31#, with a time as #2024-01-31 10:05:00#.',
      },
      'pt-BR': {
        message: '“{date}” no caractere {position, number} da fórmula não é uma data.',
        remedy: 'Escreva assim: #31/01/2024#; com horário, #31/01/2024 10:05:00#.',
      },
    },
    'formula-lookup': {
      kind: 'user',
      params: ['position'],
      en: {
        message: 'The lookup at character {position, number} of the formula is not complete.',
        remedy:
          'Give what is looked up, a type, the value for all others, and then keys and values by turns, each key once.',
      },
      'pt-BR': {
        message: 'A procura no caractere {position, number} da fórmula não está completa.',
        remedy:
          'Informe o que é procurado, um tipo, o valor para os demais e depois chaves e valores alternados, cada chave uma vez.',
      },
    },
    'formula-broken-text': {
      kind: 'user',
      params: [],
      en: { message: 'The formula holds half of a character.', remedy: 'Type it again.' },
      'pt-BR': { message: 'A fórmula contém metade de um caractere.', remedy: 'Digite-a de novo.' },
    },
    'formula-too-long': {
      kind: 'user',
      params: ['limit'],
      en: {
        message: 'The formula is longer than {limit, number} characters.',
        remedy: 'Split it over several formula nodes.',
      },
      'pt-BR': {
        message: 'A fórmula tem mais de {limit, number} caracteres.',
        remedy: 'Divida-a em vários nós de fórmula.',
      },
    },
  },
});
