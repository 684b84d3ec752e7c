/** `--set name=value` as values of the document's parameters. */
import { EsteiraError } from '#schemas/errors.ts';
import { checkParameter, readParameterText } from '#schemas/parameters.ts';
import type { Json, Parameter } from '#schemas/types.ts';
import { wrongOption } from '../arguments.ts';

export interface Assigned {
  readonly values: Readonly<Record<string, Json>>;
  /** Data sets are files here: they are brought in before the run. */
  readonly files: readonly { readonly parameter: string; readonly path: string }[];
}

/** The last of several values for one parameter counts. Throws `parameter-unknown` with the known ones. */
export function assign(parameters: readonly Parameter[], settings: readonly string[]): Assigned {
  const known = parameters.map((parameter) => parameter.name);
  const values = new Map<string, Json>();
  const files = new Map<string, string>();
  for (const setting of settings) {
    const at = setting.indexOf('=');
    if (at < 1) throw wrongOption('--set', 'assignment').cause;
    const name = setting.slice(0, at);
    const text = setting.slice(at + 1);
    const parameter = parameters.find((each) => each.name === name);
    if (!parameter) throw new EsteiraError('parameter-unknown', { parameter: name, known });
    if (parameter.type === 'dataset') files.set(name, text);
    else values.set(name, valueOf(parameter, text));
  }
  return {
    values: Object.fromEntries(values),
    files: [...files].map(([parameter, path]) => ({ parameter, path })),
  };
}

function valueOf(parameter: Parameter, text: string): Json {
  const value = readParameterText(parameter, text);
  const wrong = checkParameter(parameter, value) ?? checkJson(parameter, text, value);
  if (wrong) throw wrong;
  return value as Json;
}

/** A word without quotes stands for itself; what opens like JSON and is none is a slip, not a text. */
function checkJson(
  { name, type }: Parameter,
  text: string,
  value: unknown,
): EsteiraError | undefined {
  if (type !== 'json' || value !== text || !/^\s*[[{"]/.test(text)) return undefined;
  return new EsteiraError('parameter-wrong-type', { parameter: name, expected: type, value: text });
}
