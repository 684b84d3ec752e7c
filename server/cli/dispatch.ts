/** Finds the command, runs it, and says in words what kept it from being done. */
import { EsteiraError, fromThrown } from '#schemas/errors.ts';
import { readArguments } from './arguments.ts';
import { DONE, FAILED, REFUSED, type Command } from './command.ts';
import { inWords } from './errorWords.ts';
import { Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';

/** Loaded when they are asked for: `esteira nodes` has no use for what a run needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  run: async () => (await import('./commands/run.ts')).run,
  validate: async () => (await import('./commands/validate.ts')).validate,
  nodes: async () => (await import('./commands/nodes.ts')).nodes,
  templates: async () => (await import('./commands/templates.ts')).templates,
  help: async () => (await import('./commands/help.ts')).help,
};

export const allCommands = (): Promise<Command[]> =>
  Promise.all(Object.values(commands).map((load) => load()));

/** Returns the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommandLine(
  words: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const [name = 'help', ...rest] = words;
  try {
    const command = await commandOf(name);
    if (rest.includes('--help') || rest.includes('-h')) {
      const { helpOf } = await import('./commands/help.ts');
      terminal.say(helpOf(command, terminal.locale));
      return DONE;
    }
    const code = await command.run(readArguments(command, rest), terminal);
    return words.length === 0 ? REFUSED : code;
  } catch (thrown) {
    const error = thrown instanceof Refusal ? thrown.cause : fromThrown(thrown);
    terminal.note(await inWords(error, terminal.locale));
    return thrown instanceof Refusal ? REFUSED : FAILED;
  }
}

async function commandOf(name: string): Promise<Command> {
  const named = name === '--help' || name === '-h' ? 'help' : name;
  if (named === '--version' || named === '-v')
    return (await import('./commands/version.ts')).version;
  if (Object.hasOwn(commands, named)) return commands[named]!();
  const known = Object.keys(commands);
  throw new Refusal(new EsteiraError('command-unknown', { command: name, known }));
}
