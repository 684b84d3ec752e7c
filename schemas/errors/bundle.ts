import { defineErrors } from './entry.ts';

/** A pipeline's archive: its document and its data sets in one file. */
export const bundleErrors = defineErrors({
  title: { en: 'The archive cannot be used', 'pt-BR': 'Não é possível usar o pacote' },
  entries: {
    'bundle-not-whole': {
      kind: 'user',
      params: [],
      en: {
        message: 'This is not a zip archive, or a part of it is missing; nothing was kept.',
        remedy: 'Export the pipeline with its data again, or copy the file again, whole.',
      },
      'pt-BR': {
        message: 'Isto não é um arquivo zip, ou falta uma parte dele; nada foi guardado.',
        remedy:
          'Exporte o pipeline com os dados de novo ou copie o arquivo outra vez, por inteiro.',
      },
    },
    'bundle-part-missing': {
      kind: 'user',
      params: ['part'],
      en: {
        message: 'The archive has no “{part}”, so it does not hold a pipeline with its data.',
        remedy: 'Choose an archive that was exported from Esteira.',
      },
      'pt-BR': {
        message: 'O pacote não tem “{part}”; portanto não contém um pipeline com os dados.',
        remedy: 'Escolha um pacote exportado pelo Esteira.',
      },
    },
    'bundle-part-changed': {
      kind: 'user',
      params: ['part'],
      en: {
        message:
          '“{part}” is not what the archive says it is: it was changed or damaged on its way. Nothing was kept.',
        remedy: 'Ask for the archive again, or export it again.',
      },
      'pt-BR': {
        message:
          '“{part}” não é o que o pacote diz que é: foi alterado ou danificado no caminho. Nada foi guardado.',
        remedy: 'Peça o pacote de novo ou exporte outra vez.',
      },
    },
    'bundle-part-unreadable': {
      kind: 'user',
      params: ['part'],
      en: {
        message: '“{part}” is locked with a password or packed in a way that is not read here.',
        remedy: 'Pack it again without a password, in the usual way of zip.',
      },
      'pt-BR': {
        message: '“{part}” está protegido por senha ou compactado de um modo que não é lido aqui.',
        remedy: 'Compacte de novo sem senha, do modo comum do zip.',
      },
    },
    'bundle-name-not-allowed': {
      kind: 'user',
      params: ['name'],
      en: {
        message:
          'The archive has the name “{name}”, which leads out of it or stands there twice; nothing was kept.',
        remedy: 'Use archives only from people whom you trust; export this one again.',
      },
      'pt-BR': {
        message:
          'O pacote tem o nome “{name}”, que leva para fora dele ou aparece duas vezes; nada foi guardado.',
        remedy: 'Use somente pacotes de quem você confia; exporte este de novo.',
      },
    },
    'bundle-too-many-parts': {
      kind: 'user',
      status: 413,
      params: ['limit'],
      en: {
        message: 'The archive holds more than {limit, number} files; nothing was kept.',
        remedy: 'Bring the data sets in by themselves, and then the pipeline.',
      },
      'pt-BR': {
        message: 'O pacote contém mais de {limit, number} arquivos; nada foi guardado.',
        remedy: 'Traga os conjuntos de dados separadamente e depois o pipeline.',
      },
    },
    'bundle-too-large': {
      kind: 'user',
      status: 413,
      params: ['megabytes', 'limit'],
      en: {
        message:
          'Unpacked, the archive would take {megabytes, number} MB; up to {limit, number} MB are allowed. Nothing was kept.',
        remedy: 'Bring large data sets in by themselves, or allow larger uploads in the settings.',
      },
      'pt-BR': {
        message:
          'Descompactado, o pacote ocuparia {megabytes, number} MB; são permitidos até {limit, number} MB. Nada foi guardado.',
        remedy:
          'Traga os conjuntos de dados grandes separadamente ou permita envios maiores nas configurações.',
      },
    },
    'bundle-newer': {
      kind: 'user',
      params: ['format', 'known'],
      en: {
        message:
          'The archive has the format {format, number}; this Esteira knows formats up to {known, number}.',
        remedy: 'Update Esteira, then open the archive again.',
      },
      'pt-BR': {
        message:
          'O pacote tem o formato {format, number}; este Esteira conhece os formatos até {known, number}.',
        remedy: 'Atualize o Esteira e abra o pacote de novo.',
      },
    },
  },
});
