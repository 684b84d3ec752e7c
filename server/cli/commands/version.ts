import { version as number } from '#server/services/version.ts';
import { DONE, type Command } from '../command.ts';

export const version: Command = {
  name: '--version',
  about: { en: 'Says which Esteira this is.', 'pt-BR': 'Diz qual é este Esteira.' },
  positionals: [],
  options: {},
  async run(_given, terminal) {
    terminal.say(number);
    return DONE;
  },
};
