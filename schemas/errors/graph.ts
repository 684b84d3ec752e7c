import { defineErrors } from './entry.ts';

/** What is wrong with the shape of a graph: nodes, wires, ports, subflows. */
export const graphErrors = defineErrors({
  title: {
    en: 'The pipeline is not wired right',
    'pt-BR': 'O pipeline não está ligado corretamente',
  },
  namesNodes: true,
  entries: {
    'node-id-repeated': {
      kind: 'user',
      params: ['id'],
      en: {
        message: 'Two nodes have the same id “{id}”.',
        remedy: 'Give one of them another id.',
      },
      'pt-BR': {
        message: 'Dois nós têm o mesmo identificador “{id}”.',
        remedy: 'Dê outro identificador a um deles.',
      },
    },
    'note-id-repeated': {
      kind: 'user',
      params: ['id'],
      en: {
        message: 'Two notes on the canvas have the same id “{id}”.',
        remedy: 'Give one of them another id.',
      },
      'pt-BR': {
        message: 'Duas notas no quadro têm o mesmo identificador “{id}”.',
        remedy: 'Dê outro identificador a uma delas.',
      },
    },
    'node-unknown': {
      kind: 'user',
      params: ['id'],
      en: {
        message: 'There is no node “{id}” in this pipeline.',
        remedy: 'Check the node’s id.',
      },
      'pt-BR': {
        message: 'Não há nó “{id}” neste pipeline.',
        remedy: 'Confira o identificador do nó.',
      },
    },
    'node-type-unknown': {
      kind: 'user',
      params: ['name', 'type'],
      en: {
        message:
          'The node “{name}” is of the type “{type}”, which is not installed here. It is kept as it is, but cannot run.',
        remedy: 'Update Esteira, install the type, or replace the node.',
      },
      'pt-BR': {
        message:
          'O nó “{name}” é do tipo “{type}”, que não está instalado aqui. Ele é mantido como está, mas não pode ser executado.',
        remedy: 'Atualize o Esteira, instale o tipo ou substitua o nó.',
      },
    },
    'node-version-newer': {
      kind: 'user',
      params: ['name', 'type', 'version', 'supported'],
      en: {
        message:
          'The node “{name}” has version {version, number} of “{type}”; this Esteira knows up to version {supported, number}. It is kept as it is, but cannot run.',
        remedy: 'Update Esteira, or replace the node.',
      },
      'pt-BR': {
        message:
          'O nó “{name}” tem a versão {version, number} de “{type}”; este Esteira conhece até a versão {supported, number}. Ele é mantido como está, mas não pode ser executado.',
        remedy: 'Atualize o Esteira ou substitua o nó.',
      },
    },
    'node-version-unknown': {
      kind: 'bug',
      params: ['name', 'type', 'version'],
      en: {
        message:
          'The node “{name}” has version {version, number} of “{type}”, and no migration leads on from it. It is kept as it is, but cannot run.',
        remedy: 'Replace the node, and report this with the pipeline attached.',
      },
      'pt-BR': {
        message:
          'O nó “{name}” tem a versão {version, number} de “{type}”, e nenhuma migração parte dela. Ele é mantido como está, mas não pode ser executado.',
        remedy: 'Substitua o nó e relate isto com o pipeline em anexo.',
      },
    },
    'node-migration-failed': {
      kind: 'bug',
      params: ['name', 'type', 'step'],
      en: {
        message:
          'The node “{name}” ({type}) could not be brought to the current version; the step “{step}” failed. It is kept as it is.',
        remedy: 'Replace the node, and report this with the pipeline attached.',
      },
      'pt-BR': {
        message:
          'Não foi possível trazer o nó “{name}” ({type}) à versão atual; a etapa “{step}” falhou. Ele é mantido como está.',
        remedy: 'Substitua o nó e relate isto com o pipeline em anexo.',
      },
    },
    'edge-node-unknown': {
      kind: 'user',
      params: ['from', 'to', 'id'],
      en: {
        message: 'The wire from “{from}” to “{to}” hangs loose: there is no node “{id}”.',
        remedy: 'Delete the wire or bring the node back.',
      },
      'pt-BR': {
        message: 'A ligação de “{from}” para “{to}” está solta: não há nó “{id}”.',
        remedy: 'Exclua a ligação ou traga o nó de volta.',
      },
    },
    'edge-port-unknown': {
      kind: 'user',
      params: ['name', 'side', 'port', 'known'],
      en: {
        message:
          'The node “{name}” has no {side, select, input {input} other {output}} “{port}”. It has {known, select, none {none} other {{known}}}.',
        remedy: 'Connect the wire to a port that exists, or delete it.',
      },
      'pt-BR': {
        message:
          'O nó “{name}” não tem a {side, select, input {entrada} other {saída}} “{port}”. Ele {known, select, none {não tem nenhuma} other {tem {known}}}.',
        remedy: 'Ligue a uma porta que exista ou exclua a ligação.',
      },
    },
    'edge-repeated': {
      kind: 'user',
      params: ['from', 'to'],
      en: {
        message: 'There are two equal wires from “{from}” to “{to}”.',
        remedy: 'Delete one of them.',
      },
      'pt-BR': {
        message: 'Há duas ligações iguais de “{from}” para “{to}”.',
        remedy: 'Exclua uma delas.',
      },
    },
    'port-types-differ': {
      kind: 'user',
      params: ['from', 'to', 'found', 'expected'],
      en: {
        message: '“{from}” gives {found}, and “{to}” takes {expected}.',
        remedy: 'Connect an output of the same kind, or put a node between the two.',
      },
      'pt-BR': {
        message: '“{from}” entrega {found}, e “{to}” recebe {expected}.',
        remedy: 'Ligue uma saída do mesmo tipo ou coloque um nó entre os dois.',
      },
    },
    'input-wired-twice': {
      kind: 'user',
      params: ['name', 'port'],
      en: {
        message: 'Two wires go into the input “{port}” of “{name}”, which takes only one.',
        remedy: 'Delete one of the wires, or join the tables first.',
      },
      'pt-BR': {
        message: 'Duas ligações chegam à entrada “{port}” de “{name}”, que aceita só uma.',
        remedy: 'Exclua uma das ligações ou junte as tabelas antes.',
      },
    },
    'input-not-wired': {
      kind: 'user',
      params: ['name', 'port'],
      en: {
        message: 'The input “{port}” of “{name}” is not connected.',
        remedy: 'Connect an output to it.',
      },
      'pt-BR': {
        message: 'A entrada “{port}” de “{name}” não está ligada.',
        remedy: 'Ligue uma saída a ela.',
      },
    },
    'graph-cycle': {
      kind: 'user',
      params: ['way'],
      en: {
        message: 'The wires go round in a circle: {way}.',
        remedy: 'Delete one of these wires.',
      },
      'pt-BR': {
        message: 'As ligações formam um círculo: {way}.',
        remedy: 'Exclua uma dessas ligações.',
      },
    },
    'definition-unknown': {
      kind: 'user',
      params: ['name', 'definition'],
      en: {
        message:
          'The node “{name}” uses the subflow “{definition}”, which is not in this pipeline.',
        remedy: 'Choose a subflow that exists.',
      },
      'pt-BR': {
        message: 'O nó “{name}” usa o subfluxo “{definition}”, que não está neste pipeline.',
        remedy: 'Escolha um subfluxo que exista.',
      },
    },
    'definition-cycle': {
      kind: 'user',
      params: ['definitions'],
      en: {
        message: 'These subflows contain each other: {definitions}.',
        remedy: 'Take one of them out of the other.',
      },
      'pt-BR': {
        message: 'Estes subfluxos contêm uns aos outros: {definitions}.',
        remedy: 'Retire um deles de dentro do outro.',
      },
    },
    'definition-port-repeated': {
      kind: 'user',
      params: ['definition', 'side', 'port'],
      en: {
        message:
          'The subflow “{definition}” has two {side, select, input {inputs} other {outputs}} named “{port}”.',
        remedy: 'Rename one of them.',
      },
      'pt-BR': {
        message:
          'O subfluxo “{definition}” tem duas {side, select, input {entradas} other {saídas}} chamadas “{port}”.',
        remedy: 'Renomeie uma delas.',
      },
    },
    'definition-port-loose': {
      kind: 'user',
      params: ['definition', 'port', 'id'],
      en: {
        message:
          'The port “{port}” of the subflow “{definition}” leads to the node “{id}”, which does not exist.',
        remedy: 'Connect the port to a node of the subflow, or delete it.',
      },
      'pt-BR': {
        message: 'A porta “{port}” do subfluxo “{definition}” leva ao nó “{id}”, que não existe.',
        remedy: 'Ligue a porta a um nó do subfluxo ou exclua-a.',
      },
    },
  },
});
