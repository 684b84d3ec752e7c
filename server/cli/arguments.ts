/** The words after a command, by what the command declares. */
import { parseArgs } from 'node:util';
import { EsteiraError } from '#schemas/errors.ts';
import type { Arguments, Command } from './command.ts';
import { Refusal } from './refusal.ts';

/** Throws a Refusal that names what is unknown, what lacks its value, and what is missing. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(command.options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    // What is wrong is said in our own words.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const switches = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(command.options, name) ? command.options[name]! : undefined;
    if (!option || !rawName.startsWith('--')) {
      throw refusal(new EsteiraError('option-unknown', { option: rawName, command: command.name }));
    }
    if (option.value === undefined) {
      if (value !== undefined) throw wrongOption(rawName, 'nothing');
      switches.add(name);
    } else {
      if (value === undefined || value === '') throw wrongOption(rawName, option.value);
      const before = values.get(name) ?? [];
      values.set(name, option.many ? [...before, value] : [value]);
    }
  }
  checkPositionals(command, positionals);
  return { positionals, switches, values: Object.fromEntries(values) };
}

function checkPositionals({ name, positionals: wanted }: Command, given: readonly string[]): void {
  const [missing] = wanted.slice(given.length);
  if (missing !== undefined) {
    throw refusal(new EsteiraError('argument-missing', { argument: missing, command: name }));
  }
  const [surplus] = given.slice(wanted.length);
  if (surplus !== undefined) {
    throw refusal(new EsteiraError('option-unknown', { option: surplus, command: name }));
  }
}

/** `expected` is a code that the catalogue has a word for, or a placeholder of the help. */
export function wrongOption(option: string, expected: string): Refusal {
  return refusal(new EsteiraError('option-wrong', { option, expected }));
}

const refusal = (error: EsteiraError): Refusal => new Refusal(error);
