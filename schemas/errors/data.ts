import { defineErrors } from './entry.ts';

/** Files and data sets, and what a CSV file can have wrong. */
export const dataErrors = defineErrors({
  title: { en: 'The data cannot be read', 'pt-BR': 'Não foi possível ler os dados' },
  entries: {
    'file-missing': {
      kind: 'user',
      params: ['file'],
      en: {
        message: 'There is no file “{file}”.',
        remedy: 'Check the name and the folder.',
      },
      'pt-BR': {
        message: 'Não há arquivo “{file}”.',
        remedy: 'Confira o nome e a pasta.',
      },
    },
    'file-unreadable': {
      kind: 'user',
      params: ['file'],
      en: {
        message: 'The file “{file}” cannot be opened.',
        remedy: 'Check that you may read it and that no other program holds it.',
      },
      'pt-BR': {
        message: 'O arquivo “{file}” não pode ser aberto.',
        remedy: 'Confira se você pode lê-lo e se nenhum outro programa o está usando.',
      },
    },
    'file-is-folder': {
      kind: 'user',
      params: ['file'],
      en: {
        message: '“{file}” is a folder, not a file.',
        remedy: 'Choose a file inside it.',
      },
      'pt-BR': {
        message: '“{file}” é uma pasta, não um arquivo.',
        remedy: 'Escolha um arquivo dentro dela.',
      },
    },
    'file-empty': {
      kind: 'user',
      params: ['file'],
      en: { message: 'The file “{file}” is empty.', remedy: 'Choose a file with data.' },
      'pt-BR': {
        message: 'O arquivo “{file}” está vazio.',
        remedy: 'Escolha um arquivo com dados.',
      },
    },
    'file-without-rows': {
      kind: 'user',
      params: ['file'],
      en: {
        message: 'The file “{file}” has a header but no rows.',
        remedy: 'Choose a file with at least one row of data.',
      },
      'pt-BR': {
        message: 'O arquivo “{file}” tem cabeçalho, mas nenhuma linha de dados.',
        remedy: 'Escolha um arquivo com pelo menos uma linha de dados.',
      },
    },
    'file-binary': {
      kind: 'user',
      params: ['file'],
      en: {
        message:
          'The file “{file}” is not text: it looks like a program, a picture or a spreadsheet.',
        remedy:
          'Save the data as CSV and choose that file. In Excel or LibreOffice: File, Save as, CSV.',
      },
      'pt-BR': {
        message: 'O arquivo “{file}” não é texto: parece um programa, uma imagem ou uma planilha.',
        remedy:
          'Salve os dados como CSV e escolha esse arquivo. No Excel ou no LibreOffice: Arquivo, Salvar como, CSV.',
      },
    },
    'file-format-unknown': {
      kind: 'user',
      params: ['file', 'known'],
      en: {
        message: 'Nothing here reads the format of “{file}”. These can be read: {known}.',
        remedy:
          'Save the data as CSV and choose that file. In Excel or LibreOffice: File, Save as, CSV.',
      },
      'pt-BR': {
        message: 'Nada aqui lê o formato de “{file}”. Estes podem ser lidos: {known}.',
        remedy:
          'Salve os dados como CSV e escolha esse arquivo. No Excel ou no LibreOffice: Arquivo, Salvar como, CSV.',
      },
    },
    'path-not-allowed': {
      kind: 'user',
      status: 400,
      params: ['name'],
      en: {
        message: 'The name “{name}” leads outside the folder that it belongs in.',
        remedy: 'Use a plain name without slashes and “..”.',
      },
      'pt-BR': {
        message: 'O nome “{name}” leva para fora da pasta a que pertence.',
        remedy: 'Use um nome simples, sem barras nem “..”.',
      },
    },
    'dataset-missing': {
      kind: 'user',
      params: ['dataset'],
      en: {
        message:
          'The data set “{dataset}” is not here, or not with the content that the pipeline was made for.',
        remedy: 'Upload the file again, or choose another data set.',
      },
      'pt-BR': {
        message:
          'O conjunto de dados “{dataset}” não está aqui, ou não com o conteúdo para o qual o pipeline foi feito.',
        remedy: 'Envie o arquivo de novo ou escolha outro conjunto de dados.',
      },
    },
    'dataset-not-chosen': {
      kind: 'user',
      params: [],
      en: { message: 'No data has been chosen.', remedy: 'Choose a file or a data set.' },
      'pt-BR': {
        message: 'Nenhum dado foi escolhido.',
        remedy: 'Escolha um arquivo ou um conjunto de dados.',
      },
    },
    'upload-cut-off': {
      kind: 'user',
      status: 400,
      params: ['received'],
      en: {
        message: 'The upload broke off after {received, number} bytes; nothing was kept.',
        remedy: 'Send the file again.',
      },
      'pt-BR': {
        message: 'O envio foi interrompido após {received, number} bytes; nada foi guardado.',
        remedy: 'Envie o arquivo de novo.',
      },
    },
    'upload-too-large': {
      kind: 'user',
      status: 413,
      params: ['limit'],
      en: {
        message:
          'The file is larger than the {limit, number, ::scale/0.00000095367431640625 .#} MB that are allowed; nothing was kept.',
        remedy:
          'Send a smaller file. Whoever runs the server can allow larger ones (ESTEIRA_MAX_UPLOAD_MB).',
      },
      'pt-BR': {
        message:
          'O arquivo é maior que os {limit, number, ::scale/0.00000095367431640625 .#} MB permitidos; nada foi guardado.',
        remedy:
          'Envie um arquivo menor. Quem cuida do servidor pode permitir maiores (ESTEIRA_MAX_UPLOAD_MB).',
      },
    },
    'csv-delimiter-wrong': {
      kind: 'user',
      params: ['file', 'delimiter', 'better'],
      en: {
        message:
          'With the delimiter “{delimiter}”, the file “{file}” has a single column; “{better}” fits better.',
        remedy: 'Set the delimiter to “{better}”, or let it be found.',
      },
      'pt-BR': {
        message:
          'Com o separador “{delimiter}”, o arquivo “{file}” tem uma única coluna; “{better}” serve melhor.',
        remedy: 'Mude o separador para “{better}” ou deixe que seja detectado.',
      },
    },
    'csv-quote-open': {
      kind: 'user',
      params: ['file', 'line'],
      en: {
        message:
          'In the file “{file}”, the quote that opens at line {line, number} is never closed.',
        remedy: 'Close the quote, or turn off quoting.',
      },
      'pt-BR': {
        message:
          'No arquivo “{file}”, as aspas abertas na linha {line, number} nunca são fechadas.',
        remedy: 'Feche as aspas ou desligue o uso de aspas.',
      },
    },
    'csv-line-too-long': {
      kind: 'user',
      params: ['file', 'line', 'megabytes'],
      en: {
        message: 'Line {line, number} of “{file}” is longer than {megabytes, number} MB.',
        remedy: 'Check the quotes and line ends around that line.',
      },
      'pt-BR': {
        message: 'A linha {line, number} de “{file}” tem mais de {megabytes, number} MB.',
        remedy: 'Confira as aspas e as quebras de linha perto dela.',
      },
    },
    'csv-column-missing': {
      kind: 'user',
      params: ['file', 'column', 'known'],
      en: {
        message: 'The file “{file}” has no column “{column}”. It has {known}.',
        remedy: 'Correct the column’s name, or choose another file.',
      },
      'pt-BR': {
        message: 'O arquivo “{file}” não tem a coluna “{column}”. Ele tem {known}.',
        remedy: 'Corrija o nome da coluna ou escolha outro arquivo.',
      },
    },
    'csv-columns-repeated': {
      kind: 'user',
      params: ['columns', 'count'],
      en: {
        message:
          '{count, plural, one {A column name was there twice and got a number} other {# column names were there twice and got numbers}}: {columns}.',
        remedy: 'Check which column is which, and rename them in the file if need be.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {Um nome de coluna se repetia e recebeu um número} other {# nomes de colunas se repetiam e receberam números}}: {columns}.',
        remedy: 'Confira qual coluna é qual e, se preciso, renomeie no arquivo.',
      },
    },
    'csv-lines-rejected': {
      kind: 'user',
      params: ['count', 'lines'],
      en: {
        message:
          '{count, plural, one {# line was} other {# lines were}} left out because the fields do not fit the columns: {lines}.',
        remedy: 'Correct these lines in the file, or go on without them.',
      },
      'pt-BR': {
        message:
          '{count, plural, one {# linha ficou} other {# linhas ficaram}} de fora porque os campos não combinam com as colunas: {lines}.',
        remedy: 'Corrija essas linhas no arquivo ou siga sem elas.',
      },
    },
    'csv-number-ambiguous': {
      kind: 'user',
      params: ['column', 'value', 'read', 'sign'],
      en: {
        message:
          'In the column “{column}”, {value} could be read in two ways. With “{sign}” as the decimal sign it was read as {read}.',
        remedy: 'If that is wrong, set the decimal sign.',
      },
      'pt-BR': {
        message:
          'Na coluna “{column}”, {value} pode ser lido de dois modos. Com “{sign}” como sinal decimal, foi lido como {read}.',
        remedy: 'Se estiver errado, defina o sinal decimal.',
      },
    },
    'csv-date-ambiguous': {
      kind: 'user',
      params: ['column', 'value', 'read'],
      en: {
        message:
          'In the column “{column}”, the date {value} could be read in two ways; it was read as {read, select, dmy {day, month, year} mdy {month, day, year} other {{read}}}.',
        remedy: 'If that is wrong, set the order of day and month.',
      },
      'pt-BR': {
        message:
          'Na coluna “{column}”, a data {value} pode ser lida de dois modos; foi lida como {read, select, dmy {dia, mês, ano} mdy {mês, dia, ano} other {{read}}}.',
        remedy: 'Se estiver errado, defina a ordem de dia e mês.',
      },
    },
  },
});
