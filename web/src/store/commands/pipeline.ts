import type { DocumentSlice, Fields } from '../state.ts';
import { noChange } from '../change.ts';
import type { Command, CommandName } from './command.ts';

const names = {
  name: 'rename-pipeline',
  description: 'describe-pipeline',
  seed: 'set-seed',
  parameters: 'set-parameters',
  definitions: 'set-definitions',
} as const satisfies Record<keyof Fields, CommandName>;

/** Changes one thing that a pipeline has besides its graph. */
export function setField<F extends keyof Fields>(
  document: DocumentSlice,
  field: F,
  value: Fields[F],
): Command {
  const before = { [field]: document[field] };
  const after = { [field]: value };
  const isSame = Object.is(document[field], value);
  return {
    name: names[field],
    about: {},
    change: isSame ? noChange : { ...noChange, fields: { before, after } },
    group: field,
  };
}
