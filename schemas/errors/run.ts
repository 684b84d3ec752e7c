import { defineErrors } from './entry.ts';

/** What ends a run, or a step of it. */
export const runErrors = defineErrors({
  title: { en: 'The run did not finish', 'pt-BR': 'A execução não terminou' },
  entries: {
    cancelled: {
      kind: 'user',
      status: 409,
      params: [],
      en: { message: 'The run was cancelled.', remedy: 'Start it again when you are ready.' },
      'pt-BR': {
        message: 'A execução foi cancelada.',
        remedy: 'Inicie de novo quando quiser.',
      },
    },
    'node-failed': {
      kind: 'bug',
      params: ['detail'],
      en: {
        message: 'The node broke down: {detail}.',
        remedy:
          'Check its settings and its data. If they are fine, report this with the pipeline attached.',
      },
      'pt-BR': {
        message: 'O nó parou por um erro interno: {detail}.',
        remedy:
          'Confira as configurações e os dados. Se estiverem certos, relate isto com o pipeline em anexo.',
      },
    },
    'node-output-wrong': {
      kind: 'bug',
      params: ['type', 'port', 'expected', 'found'],
      en: {
        message: 'The node type “{type}” should give {expected} at “{port}” and gave {found}.',
        remedy: 'Report this to the author of the node type.',
      },
      'pt-BR': {
        message:
          'O tipo de nó “{type}” deveria entregar {expected} em “{port}” e entregou {found}.',
        remedy: 'Relate isto ao autor do tipo de nó.',
      },
    },
    'upstream-failed': {
      kind: 'user',
      params: ['nodes'],
      en: {
        message: 'This node did not run because {nodes} failed.',
        remedy: 'Mend that first.',
      },
      'pt-BR': {
        message: 'Este nó não foi executado porque {nodes} falhou.',
        remedy: 'Corrija isso primeiro.',
      },
    },
    'out-of-memory': {
      kind: 'operational',
      params: ['megabytes'],
      en: {
        message:
          'The run needed more than the {megabytes, number} MB of memory that it may use, and was ended.',
        remedy: 'Use fewer rows or columns, or allow more memory in the settings.',
      },
      'pt-BR': {
        message:
          'A execução precisou de mais que os {megabytes, number} MB de memória permitidos e foi encerrada.',
        remedy: 'Use menos linhas ou colunas ou permita mais memória nas configurações.',
      },
    },
    'process-died': {
      kind: 'operational',
      params: ['signal'],
      en: {
        message: 'The process of the run ended unexpectedly ({signal}). Finished nodes are kept.',
        remedy:
          'Run again: it goes on from the last finished node. If it happens again, allow more memory.',
      },
      'pt-BR': {
        message:
          'O processo da execução terminou de forma inesperada ({signal}). Os nós concluídos foram guardados.',
        remedy:
          'Execute de novo: continua do último nó concluído. Se acontecer outra vez, permita mais memória.',
      },
    },
    interrupted: {
      kind: 'operational',
      params: [],
      en: {
        message: 'The run was interrupted because Esteira was shut down. Finished nodes are kept.',
        remedy: 'Run again: it goes on from the last finished node.',
      },
      'pt-BR': {
        message:
          'A execução foi interrompida porque o Esteira foi desligado. Os nós concluídos foram guardados.',
        remedy: 'Execute de novo: continua do último nó concluído.',
      },
    },
    'run-not-over': {
      kind: 'user',
      status: 409,
      params: ['run'],
      en: {
        message: 'The run “{run}” is not over, so it was not deleted.',
        remedy: 'Cancel it first.',
      },
      'pt-BR': {
        message: 'A execução “{run}” ainda não terminou; por isso não foi excluída.',
        remedy: 'Cancele a execução primeiro.',
      },
    },
    'run-not-finished': {
      kind: 'user',
      status: 409,
      params: ['run'],
      en: {
        message: 'The run “{run}” is still going on, so it has no result yet.',
        remedy: 'Follow its events, or ask again once it has ended.',
      },
      'pt-BR': {
        message: 'A execução “{run}” ainda está em andamento e não tem resultado.',
        remedy: 'Acompanhe os eventos ou consulte de novo quando ela terminar.',
      },
    },
    'not-waiting': {
      kind: 'user',
      status: 409,
      params: ['run'],
      en: {
        message:
          'The run “{run}” is not waiting for this answer: it has been given, or the run has ended.',
        remedy: 'Look at the run to see what became of it.',
      },
      'pt-BR': {
        message:
          'A execução “{run}” não espera esta resposta: ela já foi dada ou a execução terminou.',
        remedy: 'Abra a execução para ver o que houve.',
      },
    },
    'source-changed': {
      kind: 'operational',
      params: ['source'],
      en: {
        message: 'The source “{source}” changed while the run was reading it.',
        remedy: 'Run again once the source is at rest.',
      },
      'pt-BR': {
        message: 'A fonte “{source}” mudou enquanto a execução a lia.',
        remedy: 'Execute de novo quando a fonte estiver parada.',
      },
    },
    'items-too-many': {
      kind: 'user',
      params: ['count', 'limit'],
      en: {
        message: 'This would run {count, number} times; at most {limit, number} are allowed.',
        remedy: 'Group or filter the items first.',
      },
      'pt-BR': {
        message: 'Isto seria executado {count, number} vezes; o máximo é {limit, number}.',
        remedy: 'Agrupe ou filtre os itens antes.',
      },
    },
    'query-too-long': {
      kind: 'operational',
      status: 504,
      params: ['seconds'],
      en: {
        message: 'Looking at this took longer than {seconds, number} s, so it was stopped.',
        remedy: 'Filter or sample the rows first, or run the pipeline: a run has no time limit.',
      },
      'pt-BR': {
        message: 'A consulta demorou mais de {seconds, number} s e foi interrompida.',
        remedy:
          'Filtre ou amostre as linhas antes ou execute o pipeline: a execução não tem limite de tempo.',
      },
    },
    'query-died': {
      kind: 'operational',
      params: ['signal'],
      en: {
        message: 'The process that looks at data ended unexpectedly ({signal}).',
        remedy: 'Try again. If it happens again, look at fewer rows or allow more memory.',
      },
      'pt-BR': {
        message: 'O processo que consulta os dados terminou de forma inesperada ({signal}).',
        remedy: 'Tente de novo. Se acontecer outra vez, veja menos linhas ou permita mais memória.',
      },
    },
    'preview-needs-run': {
      kind: 'user',
      status: 409,
      params: ['name'],
      en: {
        message: 'There is nothing to see of “{name}” before it has run.',
        remedy: 'Run the pipeline to here first.',
      },
      'pt-BR': {
        message: 'Ainda não há o que ver de “{name}” antes da execução.',
        remedy: 'Execute o pipeline até aqui primeiro.',
      },
    },
    'preview-other-way': {
      kind: 'user',
      status: 409,
      params: [],
      en: {
        message: 'Nothing came along here: the answer in this run led another way.',
        remedy: 'Look at the other output, or run again and answer otherwise.',
      },
      'pt-BR': {
        message: 'Nada passou por aqui: a resposta nesta execução levou por outro caminho.',
        remedy: 'Veja a outra saída ou execute de novo e responda de outro modo.',
      },
    },
    'subflows-too-deep': {
      kind: 'user',
      params: ['limit'],
      en: {
        message: 'Subflows run within each other more than {limit, number} levels deep.',
        remedy: 'Take some of them out of the others.',
      },
      'pt-BR': {
        message: 'Há subfluxos executados uns dentro dos outros em mais de {limit, number} níveis.',
        remedy: 'Retire alguns de dentro dos outros.',
      },
    },
    'refitted-after-split': {
      kind: 'user',
      params: [],
      en: {
        message:
          'The split comes after nodes that learn from the data. They have learned again, from the training rows alone, so that no test row is used.',
        remedy: 'Nothing needs to be done. To make it plain on the canvas, split first.',
      },
      'pt-BR': {
        message:
          'A separação vem depois de nós que aprendem com os dados. Eles aprenderam de novo, só com as linhas de treino, para que nenhuma linha de teste seja usada.',
        remedy: 'Não é preciso fazer nada. Para deixar isso claro no quadro, separe antes.',
      },
    },
    'pin-lost': {
      kind: 'user',
      params: [],
      en: {
        message: 'The pinned result is not kept here, so the node is computed like any other.',
        remedy: 'Run it, then pin it again; or unpin it.',
      },
      'pt-BR': {
        message:
          'O resultado fixado não está guardado aqui; por isso o nó é calculado como os outros.',
        remedy: 'Execute o nó e fixe de novo, ou desafixe.',
      },
    },
    'pin-without-result': {
      kind: 'user',
      status: 409,
      params: ['name'],
      en: {
        message: '“{name}” has no result that could be pinned: none is kept for how it stands now.',
        remedy: 'Run to it first.',
      },
      'pt-BR': {
        message:
          '“{name}” não tem resultado para fixar: nenhum está guardado para como ele está agora.',
        remedy: 'Execute até ele primeiro.',
      },
    },
    'pin-of-effect': {
      kind: 'user',
      status: 409,
      params: ['name'],
      en: {
        message:
          '“{name}” cannot be pinned: it acts on the outside world or asks somebody, so each run does it anew.',
        remedy: 'Pin a node before it, or one after it.',
      },
      'pt-BR': {
        message:
          '“{name}” não pode ser fixado: ele age no mundo externo ou pergunta a alguém; por isso cada execução o refaz.',
        remedy: 'Fixe um nó anterior ou um que venha depois.',
      },
    },
    'artifact-damaged': {
      kind: 'operational',
      params: [],
      en: {
        message: 'A stored result is damaged: its content does not match its hash or its form.',
        remedy: 'Run again to make it anew. If it happens again, check the disk.',
      },
      'pt-BR': {
        message:
          'Um resultado guardado está danificado: o conteúdo não corresponde ao hash ou à forma.',
        remedy: 'Execute de novo para refazê-lo. Se acontecer outra vez, verifique o disco.',
      },
    },
    'artifact-unknown': {
      kind: 'operational',
      status: 404,
      params: ['hash'],
      en: {
        message: 'The stored result {hash} is no longer there.',
        remedy: 'Run again to make it anew.',
      },
      'pt-BR': {
        message: 'O resultado guardado {hash} não está mais lá.',
        remedy: 'Execute de novo para refazê-lo.',
      },
    },
  },
});
