import type { Locale } from '#schemas/types.ts';
import { DONE, type Command, type Option } from '../command.ts';

export const help: Command = {
  name: 'help',
  about: { en: 'Shows this.', 'pt-BR': 'Mostra isto.' },
  positionals: [],
  options: {},
  async run(_given, terminal) {
    const { allCommands } = await import('../dispatch.ts');
    terminal.say(overview(await allCommands(), terminal.locale));
    return DONE;
  },
};

const words = {
  en: {
    title: 'Esteira builds, runs and uses machine-learning pipelines.',
    more: 'esteira <command> --help says more about a command.',
    codes:
      'Exit codes: 0 done; 1 failed, cancelled or waiting for an answer; 2 not understood (usage, parameters, document).',
    settings:
      'ESTEIRA_HOME is the folder where everything is kept; PORT is the server’s port (3210).',
    usage: 'Usage: ',
  },
  'pt-BR': {
    title: 'O Esteira monta, executa e usa pipelines de aprendizado de máquina.',
    more: 'esteira <comando> --help diz mais sobre um comando.',
    codes:
      'Códigos de saída: 0 concluído; 1 falhou, foi cancelado ou espera uma resposta; 2 não entendido (uso, parâmetros, documento).',
    settings: 'ESTEIRA_HOME é a pasta onde tudo fica guardado; PORT é a porta do servidor (3210).',
    usage: 'Uso: ',
  },
};

function overview(commands: readonly Command[], locale: Locale): string {
  const { title, more, codes, settings } = words[locale];
  const rows = commands.map((command) => [usageOf(command), command.about[locale]] as const);
  return [title, '', ...table(rows), '', more, codes, settings].join('\n');
}

export function helpOf(command: Command, locale: Locale): string {
  const rows = Object.entries(command.options).map(
    ([name, option]) => [optionText(name, option), option.about[locale]] as const,
  );
  const options = rows.length === 0 ? [] : ['', ...table(rows)];
  return [`${words[locale].usage}${usageOf(command)}`, '', command.about[locale], ...options].join(
    '\n',
  );
}

function usageOf({ name, positionals, options }: Command): string {
  const optional = Object.entries(options).map(
    ([option, facts]) => `[${optionText(option, facts)}]${facts.many ? '…' : ''}`,
  );
  return ['esteira', name, ...positionals, ...optional].join(' ');
}

const optionText = (name: string, { value }: Option): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`;

/** The second column below the first where the first is long. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  return rows.flatMap(([left, right]) =>
    left.length > 26 ? [`  ${left}`, `      ${right}`] : [`  ${left.padEnd(28)}${right}`],
  );
}
