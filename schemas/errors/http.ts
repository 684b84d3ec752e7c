import { defineErrors } from './entry.ts';

/** What a request can have wrong. */
export const httpErrors = defineErrors({
  title: { en: 'The request cannot be answered', 'pt-BR': 'Não é possível atender ao pedido' },
  entries: {
    'body-too-large': {
      kind: 'user',
      status: 413,
      params: ['megabytes'],
      en: {
        message: 'The request is larger than the {megabytes, number} MB that are allowed here.',
        remedy: 'Send less at once.',
      },
      'pt-BR': {
        message: 'O pedido é maior que os {megabytes, number} MB permitidos aqui.',
        remedy: 'Envie menos de uma vez.',
      },
    },
    'body-not-json': {
      kind: 'user',
      status: 400,
      params: ['line', 'column'],
      en: {
        message: 'The request is not valid JSON (line {line, number}, column {column, number}).',
        remedy: 'Correct it at that place.',
      },
      'pt-BR': {
        message: 'O pedido não é um JSON válido (linha {line, number}, coluna {column, number}).',
        remedy: 'Corrija nesse ponto.',
      },
    },
    'body-wrong-media': {
      kind: 'user',
      status: 415,
      params: ['found', 'expected'],
      en: {
        message: 'The request was sent as “{found}”; this address takes {expected}.',
        remedy: 'Set the header Content-Type.',
      },
      'pt-BR': {
        message: 'O pedido foi enviado como “{found}”; este endereço recebe {expected}.',
        remedy: 'Ajuste o cabeçalho Content-Type.',
      },
    },
    'body-cut-off': {
      kind: 'user',
      status: 400,
      params: [],
      en: {
        message: 'The request broke off before its end; nothing was changed.',
        remedy: 'Send it again.',
      },
      'pt-BR': {
        message: 'O pedido foi interrompido antes do fim; nada foi alterado.',
        remedy: 'Envie de novo.',
      },
    },
    'query-wrong': {
      kind: 'user',
      status: 400,
      params: ['name', 'value', 'expected'],
      en: {
        message: '“{name}” is “{value}” in the address; it must be {expected}.',
        remedy: 'Correct the address.',
      },
      'pt-BR': {
        message: '“{name}” é “{value}” no endereço; deve ser {expected}.',
        remedy: 'Corrija o endereço.',
      },
    },
    'host-forbidden': {
      kind: 'user',
      status: 403,
      params: ['host'],
      en: {
        message: 'Esteira does not answer under the name “{host}”.',
        remedy: 'Open it under the address that it printed at the start.',
      },
      'pt-BR': {
        message: 'O Esteira não responde pelo nome “{host}”.',
        remedy: 'Abra pelo endereço que ele mostrou ao iniciar.',
      },
    },
    'origin-forbidden': {
      kind: 'user',
      status: 403,
      params: ['origin'],
      en: {
        message: 'Pages from “{origin}” may not use this Esteira.',
        remedy: 'Use Esteira’s own page.',
      },
      'pt-BR': {
        message: 'Páginas de “{origin}” não podem usar este Esteira.',
        remedy: 'Use a página do próprio Esteira.',
      },
    },
    unauthorized: {
      kind: 'user',
      status: 401,
      params: [],
      en: {
        message: 'The request carries no valid token.',
        remedy: 'Send the header Authorization: Bearer with the token of this Esteira.',
      },
      'pt-BR': {
        message: 'O pedido não traz um token válido.',
        remedy: 'Envie o cabeçalho Authorization: Bearer com o token deste Esteira.',
      },
    },
    forbidden: {
      kind: 'user',
      status: 403,
      params: ['action'],
      en: {
        message: 'You may not do this here: {action}.',
        remedy: 'Ask the owner of this workspace.',
      },
      'pt-BR': {
        message: 'Você não tem permissão para isto aqui: {action}.',
        remedy: 'Peça ao dono deste espaço de trabalho.',
      },
    },
    'not-found': {
      kind: 'user',
      status: 404,
      params: ['what', 'id'],
      en: {
        message:
          'There is no {what, select, pipeline {pipeline} run {run} dataset {data set} model {model} node {node} artifact {stored result} preview {preview} template {template} other {{what}}} “{id}”.',
        remedy: 'Check the address; it may have been deleted.',
      },
      'pt-BR': {
        message:
          'Não há {what, select, pipeline {pipeline} run {execução} dataset {conjunto de dados} model {modelo} node {nó} artifact {resultado guardado} preview {prévia} template {modelo pronto} other {{what}}} “{id}”.',
        remedy: 'Confira o endereço; pode ter sido excluído.',
      },
    },
    'route-unknown': {
      kind: 'user',
      status: 404,
      params: ['method', 'route'],
      en: {
        message: 'Nothing answers to {method} {route}.',
        remedy: 'See /api/openapi.json for what there is.',
      },
      'pt-BR': {
        message: 'Nada responde a {method} {route}.',
        remedy: 'Veja em /api/openapi.json o que existe.',
      },
    },
    'web-not-built': {
      kind: 'operational',
      params: [],
      en: {
        message: 'Esteira runs, but its page has not been built.',
        remedy: 'Start it with npm start, which builds the page.',
      },
      'pt-BR': {
        message: 'O Esteira está funcionando, mas a sua página não foi montada.',
        remedy: 'Inicie com npm start, que monta a página.',
      },
    },
    'method-not-allowed': {
      kind: 'user',
      status: 405,
      params: ['method', 'route', 'allowed'],
      en: {
        message: '{route} does not take {method}; it takes {allowed}.',
        remedy: 'Use one of these methods.',
      },
      'pt-BR': {
        message: '{route} não aceita {method}; aceita {allowed}.',
        remedy: 'Use um desses métodos.',
      },
    },
    'changed-meanwhile': {
      kind: 'user',
      status: 412,
      params: ['name'],
      en: {
        message:
          '“{name}” was changed by somebody else since you opened it; your change was not saved over theirs.',
        remedy: 'Load it again, or save yours under another name.',
      },
      'pt-BR': {
        message:
          '“{name}” foi alterado por outra pessoa desde que você abriu; a sua alteração não foi gravada por cima.',
        remedy: 'Carregue de novo ou salve a sua com outro nome.',
      },
    },
    'etag-needed': {
      kind: 'user',
      status: 428,
      params: [],
      en: {
        message: 'The request does not say which version it changes.',
        remedy: 'Send the header If-Match with the ETag of the version that was read.',
      },
      'pt-BR': {
        message: 'O pedido não diz qual versão altera.',
        remedy: 'Envie o cabeçalho If-Match com o ETag da versão lida.',
      },
    },
    'in-use': {
      kind: 'user',
      status: 409,
      params: ['name', 'users'],
      en: {
        message: '“{name}” is used by {users}, so it was not deleted.',
        remedy: 'Remove it there first.',
      },
      'pt-BR': {
        message: '“{name}” é usado por {users}; por isso não foi excluído.',
        remedy: 'Remova-o dali primeiro.',
      },
    },
  },
});
