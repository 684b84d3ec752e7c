import type { Locale, Parameter } from '#schemas/types.ts';
import { localOwner } from '#server/services/authorize.ts';
import { templateService } from '#server/services/templates.ts';
import { DONE, type Command } from '../command.ts';

export const templates: Command = {
  name: 'templates',
  about: {
    en: 'Lists the pipelines to start from.',
    'pt-BR': 'Lista os modelos prontos.',
  },
  positionals: [],
  options: {
    json: { about: { en: 'As JSON.', 'pt-BR': 'Em JSON.' } },
  },
  async run({ switches }, { locale, say }) {
    const all = await templateService().list(localOwner);
    if (switches.has('json')) {
      say(JSON.stringify(all));
      return DONE;
    }
    for (const { id, title, summary, parameters } of all) {
      say(`${id}: ${title[locale]}`);
      say(`  ${summary[locale]}`);
      for (const parameter of parameters) say(`    ${parameterLine(parameter, locale)}`);
    }
    return DONE;
  },
};

function parameterLine({ name, type, label, default: preset }: Parameter, locale: Locale): string {
  const left = `--set ${name}=`;
  const given = preset === undefined ? needed[locale] : JSON.stringify(preset);
  return `${left.padEnd(24)}${[label, type, given].filter(Boolean).join(' · ')}`;
}

const needed = { en: 'needed', 'pt-BR': 'obrigatório' };
