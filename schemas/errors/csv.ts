import { defineErrors } from './entry.ts';

/** What the import of a CSV file found out and did: mostly notes, which stop nothing. */
export const csvErrors = defineErrors({
  title: { en: 'What the import of the file did', 'pt-BR': 'O que a importação do arquivo fez' },
  entries: {
    'csv-no-line-fits': {
      kind: 'user',
      params: ['file', 'count', 'fields'],
      en: {
        message:
          'None of the {count, number} lines of “{file}” has the {fields, number} fields of its header.',
        remedy: 'Check the delimiter and the header.',
      },
      'pt-BR': {
        message:
          'Nenhuma das {count, number} linhas de “{file}” tem os {fields, number} campos do cabeçalho.',
        remedy: 'Confira o separador e o cabeçalho.',
      },
    },
    'csv-type-unknown': {
      kind: 'user',
      params: ['column', 'type', 'known'],
      en: {
        message: 'There is no type “{type}” for the column “{column}”. There are: {known}.',
        remedy: 'Choose one of them.',
      },
      'pt-BR': {
        message: 'Não há o tipo “{type}” para a coluna “{column}”. Há estes: {known}.',
        remedy: 'Escolha um deles.',
      },
    },
    'csv-header-uneven': {
      kind: 'user',
      params: ['names', 'fields'],
      en: {
        message:
          'The header has {names, number} names, but the lines have {fields, number} fields; the last names were left out.',
        remedy: 'Check the file if a column is missing.',
      },
      'pt-BR': {
        message:
          'O cabeçalho tem {names, number} nomes, mas as linhas têm {fields, number} campos; os últimos nomes ficaram de fora.',
        remedy: 'Confira o arquivo se faltar uma coluna.',
      },
    },
    'csv-unit-left': {
      kind: 'user',
      params: ['column', 'unit', 'value', 'read'],
      en: {
        message: 'The column “{column}” holds numbers with “{unit}”: “{value}” was read as {read}.',
        remedy: 'If it is to stay text, set the type of the column.',
      },
      'pt-BR': {
        message: 'A coluna “{column}” tem números com “{unit}”: “{value}” foi lido como {read}.',
        remedy: 'Se deve continuar texto, defina o tipo da coluna.',
      },
    },
    'csv-units-mixed': {
      kind: 'user',
      params: ['column', 'value', 'other'],
      en: {
        message:
          'The column “{column}” holds amounts of different units, such as “{value}” and “{other}”, so it stays text.',
        remedy: 'Bring them to one unit in the file, or leave the column out.',
      },
      'pt-BR': {
        message:
          'A coluna “{column}” tem valores em unidades diferentes, como “{value}” e “{other}”, por isso continua texto.',
        remedy: 'Passe todos para uma só unidade no arquivo, ou deixe a coluna de fora.',
      },
    },
    'csv-lines-skipped': {
      kind: 'user',
      params: ['count'],
      en: {
        message:
          '{count, plural, one {# line above the header was} other {# lines above the header were}} left out as a title.',
        remedy: 'If they are data, say whether the file has a header.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# linha acima do cabeçalho ficou} other {# linhas acima do cabeçalho ficaram}} de fora por ser título.',
        remedy: 'Se forem dados, informe se o arquivo tem cabeçalho.',
      },
    },
    'csv-columns-unnamed': {
      kind: 'user',
      params: ['columns', 'count'],
      en: {
        message:
          '{count, plural, one {A column has no name and is called} other {# columns have no name and are called}} {columns}.',
        remedy: 'Rename them if you need them.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {Uma coluna não tem nome e se chama} other {# colunas não têm nome e se chamam}} {columns}.',
        remedy: 'Renomeie se precisar delas.',
      },
    },
    'csv-columns-reserved': {
      kind: 'user',
      params: ['columns', 'count'],
      en: {
        message:
          '{count, plural, one {The column {columns} has a name that Esteira uses itself; it lost} other {The columns {columns} have names that Esteira uses itself; they lost}} the sign $.',
        remedy: 'Nothing needs to be done.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {A coluna {columns} tem um nome que o próprio Esteira usa; ela perdeu} other {As colunas {columns} têm nomes que o próprio Esteira usa; elas perderam}} o sinal $.',
        remedy: 'Não é preciso fazer nada.',
      },
    },
    'csv-characters-replaced': {
      kind: 'user',
      params: ['count'],
      en: {
        message:
          '{count, plural, one {# character was} other {# characters were}} damaged in the file and {count, plural, one {stands} other {stand}} as �.',
        remedy: 'If there are many, choose another encoding.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# caractere estava danificado no arquivo e aparece} other {# caracteres estavam danificados no arquivo e aparecem}} como �.',
        remedy: 'Se forem muitos, escolha outra codificação.',
      },
    },
    'csv-almost-type': {
      kind: 'user',
      params: ['column', 'expected', 'value'],
      en: {
        message:
          'The column “{column}” was read as text: nearly every value is {expected}, but not all, such as “{value}”.',
        remedy:
          'If “{value}” means missing, list it under the missing texts; or set the column’s type.',
      },
      'pt-BR': {
        message:
          'A coluna “{column}” foi lida como texto: quase todo valor é do tipo {expected}, mas nem todos, como “{value}”.',
        remedy:
          'Se “{value}” quer dizer ausente, inclua-o nos textos de ausência; ou defina o tipo da coluna.',
      },
    },
    'csv-cells-misfit': {
      kind: 'user',
      params: ['column', 'expected', 'count', 'value'],
      en: {
        message:
          'In the column “{column}”, {count, plural, one {# value is} other {# values are}} not {expected} and {count, plural, one {is} other {are}} now missing, such as “{value}”.',
        remedy: 'Correct them in the file, or choose another type.',
      },
      'pt-BR': {
        message:
          'Na coluna “{column}”, {count, plural, one {# valor não é do tipo {expected} e ficou ausente} other {# valores não são do tipo {expected} e ficaram ausentes}}, como “{value}”.',
        remedy: 'Corrija no arquivo ou escolha outro tipo.',
      },
    },
    'csv-integers-rounded': {
      kind: 'user',
      params: ['column', 'value'],
      en: {
        message:
          'The column “{column}” holds whole numbers too long to be exact, such as “{value}”; they were rounded to 15 to 17 digits.',
        remedy: 'If they are codes, set the column’s type to text.',
      },
      'pt-BR': {
        message:
          'A coluna “{column}” tem números inteiros longos demais para serem exatos, como “{value}”; foram arredondados para 15 a 17 algarismos.',
        remedy: 'Se forem códigos, defina o tipo da coluna como texto.',
      },
    },
    'csv-numbers-not-finite': {
      kind: 'user',
      params: ['column', 'count'],
      en: {
        message:
          'In the column “{column}”, {count, plural, one {# value is} other {# values are}} infinite or too large to be kept, and {count, plural, one {is} other {are}} now missing.',
        remedy: 'Nothing needs to be done if that is what you expect.',
      },
      'pt-BR': {
        message:
          'Na coluna “{column}”, {count, plural, one {# valor é infinito ou grande demais e ficou ausente} other {# valores são infinitos ou grandes demais e ficaram ausentes}}.',
        remedy: 'Se é o que você espera, não é preciso fazer nada.',
      },
    },
    'csv-years-short': {
      kind: 'user',
      params: ['column'],
      en: {
        message:
          'The dates of the column “{column}” have years of two digits: 69 to 99 became 1969 to 1999, 00 to 68 became 2000 to 2068.',
        remedy: 'If that is wrong, write the years with four digits.',
      },
      'pt-BR': {
        message:
          'As datas da coluna “{column}” têm anos com dois algarismos: 69 a 99 viraram 1969 a 1999; 00 a 68 viraram 2000 a 2068.',
        remedy: 'Se estiver errado, escreva os anos com quatro algarismos.',
      },
    },
    'csv-missing-kept': {
      kind: 'user',
      params: ['column', 'text', 'count'],
      en: {
        message:
          'In the column “{column}”, “{text}” stands {count, plural, one {once} other {# times}} among codes of two letters, so it was kept as a value.',
        remedy: 'If it means missing, replace it after the import.',
      },
      'pt-BR': {
        message:
          'Na coluna “{column}”, “{text}” aparece {count, plural, one {uma vez} other {# vezes}} entre códigos de duas letras; por isso foi mantido como valor.',
        remedy: 'Se quer dizer ausente, substitua depois da importação.',
      },
    },
    'csv-codes-kept': {
      kind: 'user',
      params: ['columns', 'count'],
      en: {
        message:
          '{count, plural, one {The column {columns} holds} other {The columns {columns} hold}} codes of digits (leading zeros, or too long to be numbers) and {count, plural, one {was} other {were}} read as text.',
        remedy: 'If they are numbers, set the type.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {A coluna {columns} tem códigos de algarismos (zeros à esquerda ou longos demais para números) e foi lida} other {As colunas {columns} têm códigos de algarismos (zeros à esquerda ou longos demais para números) e foram lidas}} como texto.',
        remedy: 'Se forem números, defina o tipo.',
      },
    },
    'csv-times-to-utc': {
      kind: 'user',
      params: ['columns', 'count'],
      en: {
        message:
          'The times of {count, plural, one {the column} other {the columns}} {columns} carry an offset; they were turned to UTC.',
        remedy: 'Nothing needs to be done.',
      },
      'pt-BR': {
        message:
          'As horas {count, plural, one {da coluna} other {das colunas}} {columns} trazem um fuso; foram convertidas para UTC.',
        remedy: 'Não é preciso fazer nada.',
      },
    },
    'csv-identifiers': {
      kind: 'user',
      params: ['columns', 'count'],
      en: {
        message:
          '{count, plural, one {The column {columns} has a different value in every row and may be an identifier.} other {The columns {columns} have a different value in every row and may be identifiers.}}',
        remedy: 'If so, give the role identifier, so that nothing is learned from there.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {A coluna {columns} tem um valor diferente em cada linha; talvez seja um identificador.} other {As colunas {columns} têm um valor diferente em cada linha; talvez sejam identificadores.}}',
        remedy: 'Se for o caso, dê o papel “identificador”, para que nada seja aprendido daí.',
      },
    },
    'csv-personal-data': {
      kind: 'user',
      params: ['columns', 'count'],
      en: {
        message:
          '{count, plural, one {The column {columns} looks} other {The columns {columns} look}} like personal data.',
        remedy: 'Keep only what the purpose needs.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {A coluna {columns} parece} other {As colunas {columns} parecem}} conter dados pessoais.',
        remedy: 'Mantenha somente o que a finalidade exige.',
      },
    },
  },
});
