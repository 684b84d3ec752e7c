import { defineErrors } from './entry.ts';

/** Reading a saved pipeline as text, before its fields are looked at. */
export const documentErrors = defineErrors({
  title: {
    en: 'The pipeline document cannot be read',
    'pt-BR': 'Não foi possível ler o documento do pipeline',
  },
  entries: {
    'document-empty': {
      kind: 'user',
      params: [],
      en: {
        message: 'The document is empty.',
        remedy: 'Choose a pipeline saved by Esteira, or start from a template.',
      },
      'pt-BR': {
        message: 'O documento está vazio.',
        remedy: 'Escolha um pipeline salvo pelo Esteira ou comece por um modelo pronto.',
      },
    },
    'document-not-json': {
      kind: 'user',
      params: ['line', 'column', 'found'],
      en: {
        message:
          'The document is not valid JSON: line {line, number}, column {column, number} has {found} where it cannot stand.',
        remedy: 'Correct that place in a text editor, or export the pipeline again.',
      },
      'pt-BR': {
        message:
          'O documento não é um JSON válido: a linha {line, number}, coluna {column, number}, tem {found} onde não pode estar.',
        remedy: 'Corrija esse ponto em um editor de texto ou exporte o pipeline de novo.',
      },
    },
    'document-truncated': {
      kind: 'user',
      params: ['line', 'column'],
      en: {
        message:
          'The document ends too early, at line {line, number}, column {column, number}: the rest is missing.',
        remedy: 'Copy or download the file again, whole.',
      },
      'pt-BR': {
        message:
          'O documento termina antes da hora, na linha {line, number}, coluna {column, number}: falta o resto.',
        remedy: 'Copie ou baixe o arquivo de novo, por inteiro.',
      },
    },
    'document-too-large': {
      kind: 'user',
      status: 413,
      params: ['megabytes', 'limit'],
      en: {
        message:
          'The document has {megabytes, number} MB; a pipeline may have up to {limit, number} MB.',
        remedy: 'Keep data in data sets rather than in the pipeline, or split the pipeline.',
      },
      'pt-BR': {
        message:
          'O documento tem {megabytes, number} MB; um pipeline pode ter até {limit, number} MB.',
        remedy: 'Guarde os dados em conjuntos de dados, fora do pipeline, ou divida o pipeline.',
      },
    },
    'document-too-many-values': {
      kind: 'user',
      status: 413,
      params: ['limit'],
      en: {
        message: 'The document holds more than {limit, number} values.',
        remedy: 'Keep data in data sets rather than in the pipeline, or split the pipeline.',
      },
      'pt-BR': {
        message: 'O documento contém mais de {limit, number} valores.',
        remedy: 'Guarde os dados em conjuntos de dados, fora do pipeline, ou divida o pipeline.',
      },
    },
    'document-too-deep': {
      kind: 'user',
      params: ['limit'],
      en: {
        message: 'The document nests values more than {limit, number} levels deep.',
        remedy: 'Make its lists and groups flatter.',
      },
      'pt-BR': {
        message: 'O documento tem valores dentro de valores em mais de {limit, number} níveis.',
        remedy: 'Reduza os níveis de listas e grupos.',
      },
    },
    'document-number-not-exact': {
      kind: 'user',
      params: ['number', 'line', 'column'],
      en: {
        message:
          'The whole number {number} at line {line, number}, column {column, number} has more digits than can be kept exactly.',
        remedy: 'Write it as text, in double quotes.',
      },
      'pt-BR': {
        message:
          'O número inteiro {number}, na linha {line, number}, coluna {column, number}, tem mais dígitos do que é possível guardar com exatidão.',
        remedy: 'Escreva-o como texto, entre aspas duplas.',
      },
    },
    'document-number-infinite': {
      kind: 'user',
      params: ['number'],
      en: {
        message: 'The number {number} is too large to be kept; the largest is about 1.8e308.',
        remedy: 'Write a smaller number, or write it as text, in double quotes.',
      },
      'pt-BR': {
        message: 'O número {number} é grande demais para ser guardado; o maior é cerca de 1,8e308.',
        remedy: 'Escreva um número menor ou escreva-o como texto, entre aspas duplas.',
      },
    },
    'document-duplicate-key': {
      kind: 'user',
      params: ['key', 'line', 'column'],
      en: {
        message:
          'The field “{key}” stands twice in one group, the second time at line {line, number}, column {column, number}. Only one of them could be kept.',
        remedy: 'Remove or rename one of the two.',
      },
      'pt-BR': {
        message:
          'O campo “{key}” aparece duas vezes no mesmo grupo, a segunda na linha {line, number}, coluna {column, number}. Só um deles poderia ser mantido.',
        remedy: 'Remova ou renomeie um dos dois.',
      },
    },
    'text-not-unicode': {
      kind: 'user',
      params: ['text'],
      en: {
        message: 'The text “{text}” holds half of a character (a lone surrogate).',
        remedy: 'Type that text again.',
      },
      'pt-BR': {
        message: 'O texto “{text}” contém metade de um caractere (um substituto isolado).',
        remedy: 'Digite esse texto de novo.',
      },
    },
    'value-not-json': {
      kind: 'bug',
      params: ['found'],
      en: {
        message: 'A value that JSON cannot hold was about to be saved: {found}.',
        remedy: 'Report this with the pipeline attached; it is a fault of Esteira.',
      },
      'pt-BR': {
        message: 'Um valor que não cabe em JSON seria salvo: {found}.',
        remedy: 'Relate isto com o pipeline em anexo; é uma falha do Esteira.',
      },
    },
    'document-format-unknown': {
      kind: 'user',
      params: ['format'],
      en: {
        message: 'The document does not say which format it has: “format” is {format}.',
        remedy: 'Check that this file is a pipeline saved by Esteira.',
      },
      'pt-BR': {
        message: 'O documento não diz qual é o seu formato: “format” é {format}.',
        remedy: 'Confira se este arquivo é um pipeline salvo pelo Esteira.',
      },
    },
    'document-newer-format': {
      kind: 'user',
      params: ['format', 'supported'],
      en: {
        message:
          'The document has format {format, number}, made by a newer Esteira; this one reads up to format {supported, number}.',
        remedy: 'Update Esteira. The document was left as it is.',
      },
      'pt-BR': {
        message:
          'O documento tem o formato {format, number}, de um Esteira mais novo; este lê até o formato {supported, number}.',
        remedy: 'Atualize o Esteira. O documento não foi alterado.',
      },
    },
    'document-migration-failed': {
      kind: 'bug',
      params: ['step'],
      en: {
        message:
          'The document could not be brought to the current format; the step “{step}” failed.',
        remedy: 'Report this with the document attached. It was left as it is.',
      },
      'pt-BR': {
        message: 'Não foi possível trazer o documento ao formato atual; a etapa “{step}” falhou.',
        remedy: 'Relate isto com o documento em anexo. Ele não foi alterado.',
      },
    },
  },
});
