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
    'expression-malformed': {
      kind: 'user',
      params: [],
      en: {
        message: 'What is stored as a formula is not one.',
        remedy: 'Write the formula again.',
      },
      'pt-BR': {
        message: 'O que está guardado como fórmula não é uma fórmula.',
        remedy: 'Escreva a fórmula de novo.',
      },
    },
    'expression-too-large': {
      kind: 'user',
      params: ['limit'],
      en: {
        message: 'The formula has more than {limit, number} parts.',
        remedy: 'Split it over several formula nodes.',
      },
      'pt-BR': {
        message: 'A fórmula tem mais de {limit, number} partes.',
        remedy: 'Divida-a em vários nós de fórmula.',
      },
    },
    'expression-lookup-too-large': {
      kind: 'user',
      params: ['limit'],
      en: {
        message: 'A lookup in the formula has more than {limit, number} rows.',
        remedy: 'Join a table instead.',
      },
      'pt-BR': {
        message: 'Uma procura na fórmula tem mais de {limit, number} linhas.',
        remedy: 'Junte uma tabela em vez disso.',
      },
    },
    'expression-lookup-keys': {
      kind: 'user',
      params: ['found'],
      en: {
        message: 'The keys of a lookup in the formula do not fit what is looked up: {found}.',
        remedy: 'Give keys of that type.',
      },
      'pt-BR': {
        message: 'As chaves de uma procura na fórmula não combinam com o que é procurado: {found}.',
        remedy: 'Informe chaves desse tipo.',
      },
    },
    'expression-argument-not-constant': {
      kind: 'user',
      params: ['function', 'position'],
      en: {
        message:
          'Value {position, number} of {function} must be written out, and it is computed or empty.',
        remedy: 'Type a fixed value there.',
      },
      'pt-BR': {
        message:
          'O valor {position, number} de {function} deve ser escrito por extenso, mas é calculado ou está vazio.',
        remedy: 'Digite ali um valor fixo.',
      },
    },
    'expression-argument-empty': {
      kind: 'user',
      params: ['function', 'position'],
      en: {
        message: 'Value {position, number} of {function} must not be an empty text.',
        remedy: 'Type at least one character.',
      },
      'pt-BR': {
        message: 'O valor {position, number} de {function} não pode ser um texto vazio.',
        remedy: 'Digite ao menos um caractere.',
      },
    },
    'expression-argument-too-large': {
      kind: 'user',
      params: ['function', 'position', 'limit'],
      en: {
        message: 'Value {position, number} of {function} may be {limit, number} at most.',
        remedy: 'Give a smaller number.',
      },
      'pt-BR': {
        message: 'O valor {position, number} de {function} pode ser no máximo {limit, number}.',
        remedy: 'Informe um número menor.',
      },
    },
    'expression-bounds-crossed': {
      kind: 'user',
      params: ['lowest', 'highest'],
      en: {
        message: 'The lower bound {lowest, number} is above the upper bound {highest, number}.',
        remedy: 'Swap the two bounds.',
      },
      'pt-BR': {
        message:
          'O limite inferior {lowest, number} está acima do limite superior {highest, number}.',
        remedy: 'Troque os dois limites.',
      },
    },
    'expression-group-unknown': {
      kind: 'user',
      params: ['pattern', 'group', 'count'],
      en: {
        message:
          'The search pattern “{pattern}” has {count, plural, =0 {no groups} one {# group} other {# groups}}, and group {group, number} was asked for.',
        remedy: 'Put brackets around the part that you want, and use groups 1 to 9.',
      },
      'pt-BR': {
        message:
          'O padrão de busca “{pattern}” tem {count, plural, =0 {nenhum grupo} one {# grupo} other {# grupos}}, mas o grupo {group, number} foi pedido.',
        remedy: 'Ponha parênteses em volta da parte desejada e use os grupos 1 a 9.',
      },
    },
    'expression-replacement-invalid': {
      kind: 'user',
      params: ['replacement'],
      en: {
        message:
          'In the replacement “{replacement}” a backslash is not followed by the number of a group.',
        remedy: 'Write \\1 to \\9 for a group and \\\\ for a backslash.',
      },
      'pt-BR': {
        message:
          'No substituto “{replacement}”, uma barra invertida não é seguida pelo número de um grupo.',
        remedy: 'Escreva \\1 a \\9 para um grupo e \\\\ para uma barra invertida.',
      },
    },
    'expression-date-format': {
      kind: 'user',
      params: ['format'],
      en: {
        message: '“{format}” is not a date format that can be used here.',
        remedy: 'Use yyyy or yy, mm and dd, for times hh:mm:ss, for example dd/mm/yyyy.',
      },
      'pt-BR': {
        message: '“{format}” não é um formato de data que sirva aqui.',
        remedy: 'Use aaaa ou aa, mm e dd, para horários hh:mm:ss, por exemplo dd/mm/aaaa.',
      },
    },
    'expression-unit-unknown': {
      kind: 'user',
      params: ['unit', 'known'],
      en: {
        message: '“{unit}” is not a unit of time. There are {known}.',
        remedy: 'Choose one of them.',
      },
      'pt-BR': {
        message: '“{unit}” não é uma unidade de tempo. Existem {known}.',
        remedy: 'Escolha uma delas.',
      },
    },
    'expression-decimal-sign-missing': {
      kind: 'user',
      params: [],
      en: {
        message: 'To read a text as a number, the formula must say which decimal sign it has.',
        remedy: 'Add "." or "," as the second value.',
      },
      'pt-BR': {
        message: 'Para ler um texto como número, a fórmula deve dizer qual é o sinal decimal.',
        remedy: 'Acrescente "," ou "." como segundo valor.',
      },
    },
    'expression-decimal-sign-invalid': {
      kind: 'user',
      params: ['sign'],
      en: { message: '“{sign}” is not a decimal sign.', remedy: 'Use "." or ",".' },
      'pt-BR': { message: '“{sign}” não é um sinal decimal.', remedy: 'Use "," ou ".".' },
    },
  },
});
