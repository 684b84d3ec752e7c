/** Why a node ran, or will, in the words of its form: titles of its settings, its inputs and other nodes. */
import { describeReason } from '#schemas/reasons.ts';
import type { Locale, MessageParam, MessageParams, NodeType, Reason } from '#schemas/types.ts';
import { fieldsOf } from '../form/model/fields.ts';
import type { Field } from '../form/model/types.ts';
import { choiceName } from './choiceLabel.ts';

export type ReasonWorld = {
  readonly locale: Locale;
  readonly type: NodeType | undefined;
  readonly titleOf: (node: string) => string;
  /** What people read for yes and no. */
  readonly flag: (value: boolean) => string;
};

export function reasonText({ code, params = {} }: Reason, world: ReasonWorld): string {
  const { locale, type, titleOf } = world;
  const fields = type === undefined ? [] : fieldsOf(type, locale);
  const field = (name: string): Field | undefined => fields.find((each) => each.name === name);
  const named: Record<string, MessageParam> = { ...params };
  replace(named, 'params', (name) => field(name)?.title ?? name);
  replace(named, 'nodes', titleOf);
  replace(named, 'inputs', (name) => {
    return type?.inputs.find((port) => port.name === name)?.title[locale] ?? name;
  });
  const [only] = Array.isArray(params['params']) ? (params['params'] as string[]) : [];
  for (const end of ['from', 'to'] as const) {
    const value = params[end];
    if (only === undefined || value === undefined) continue;
    named[end] = valueText(value, field(only), world);
  }
  return describeReason({ code, params: named }, locale);
}

function replace(
  params: Record<string, MessageParam>,
  name: keyof MessageParams,
  words: (text: string) => string,
): void {
  const list = params[name];
  if (Array.isArray(list)) params[name] = list.map((each) => words(String(each)));
}

/** As the field shows it. */
function valueText(
  value: MessageParam,
  field: Field | undefined,
  world: ReasonWorld,
): MessageParam {
  const choice = field?.choices.find((each) => each.value === value);
  if (choice !== undefined) return choiceName(choice.label);
  return typeof value === 'boolean' ? world.flag(value) : value;
}
