const en = {
  tagline: 'Build machine-learning pipelines by drawing them.',
  templates: 'Start from a template',
  pipelines: 'Your pipelines',
  noTemplates: 'There are no templates.',
  noPipelines: 'No pipelines yet. A template is a good start.',
  loading: 'Loading…',
  unreachable: 'The server does not answer. Start it with npm start and reload this page.',
};

const ptBR: typeof en = {
  tagline: 'Monte pipelines de aprendizado de máquina desenhando.',
  templates: 'Comece por um modelo pronto',
  pipelines: 'Seus pipelines',
  noTemplates: 'Não há modelos prontos.',
  noPipelines: 'Nenhum pipeline ainda. Um modelo pronto é um bom começo.',
  loading: 'Carregando…',
  unreachable: 'O servidor não responde. Inicie-o com npm start e recarregue esta página.',
};

export type Texts = typeof en;

/** The texts for a browser's language; anything but Portuguese reads English. */
export function textsFor(language: string): { readonly locale: string; readonly texts: Texts } {
  return /^pt\b/i.test(language) ? { locale: 'pt-BR', texts: ptBR } : { locale: 'en', texts: en };
}
