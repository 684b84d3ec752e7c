import path from 'node:path';
import { fromData } from '#schemas/errors.ts';
import type { Pipeline } from '#schemas/types.ts';
import { DONE, FAILED, REFUSED, type Command } from '../command.ts';
import { inWords } from '../errorWords.ts';
import { openHome } from '../home/open.ts';
import { refusing } from '../refusal.ts';
import { readPipelineFile } from '../run/source.ts';
import type { Terminal } from '../terminal.ts';
import { isAboutDocument } from './run.ts';

export const validate: Command = {
  name: 'validate',
  about: {
    en: 'Says everything that keeps a pipeline from running.',
    'pt-BR': 'Diz tudo o que impede um pipeline de ser executado.',
  },
  positionals: ['<pipeline.json>'],
  options: {},
  async run({ positionals }, terminal) {
    const [name = ''] = positionals;
    const file = path.resolve(terminal.folder, name);
    const document = await refusing(() => readPipelineFile(file, name));
    const problems = await problemsOf(document, terminal);
    for (const problem of problems) terminal.note(await inWords(problem, terminal.locale));
    if (problems.some(isAboutDocument)) return REFUSED;
    if (problems.length > 0) return FAILED;
    terminal.say(fine[terminal.locale](document.nodes.length));
    return DONE;
  },
};

const fine = {
  en: (nodes: number) => `Nothing is wrong with it: it can run (${nodes} nodes).`,
  'pt-BR': (nodes: number) => `Nada de errado: pode ser executado (${nodes} nós).`,
};

/** A parameter that has no value yet gets one from whoever runs it. */
async function problemsOf(document: Pipeline, terminal: Terminal) {
  const home = await openHome(terminal);
  try {
    const errors = await home.check(document);
    return errors.filter(({ code }) => code !== 'parameter-without-value').map(fromData);
  } finally {
    await home.close();
  }
}
