import { localOwner } from '#server/services/authorize.ts';
import { catalogueSource } from '#server/services/catalogue.ts';
import { DONE, type Command } from '../command.ts';

export const nodes: Command = {
  name: 'nodes',
  about: { en: 'Lists the node types.', 'pt-BR': 'Lista os tipos de nó.' },
  positionals: [],
  options: {
    json: {
      about: {
        en: 'As published: ports, params as JSON Schema, words in both languages.',
        'pt-BR': 'Como publicados: portas, parâmetros em JSON Schema, textos nos dois idiomas.',
      },
    },
  },
  async run({ switches }, { locale, say }) {
    const all = await catalogueSource(undefined).service.nodes(localOwner);
    if (switches.has('json')) {
      say(JSON.stringify(all));
      return DONE;
    }
    for (const category of new Set(all.map((node) => node.category))) {
      say(category);
      for (const { type, title, summary } of all.filter((node) => node.category === category)) {
        say(`  ${type.padEnd(26)}${title[locale]}: ${summary[locale]}`);
      }
    }
    return DONE;
  },
};
