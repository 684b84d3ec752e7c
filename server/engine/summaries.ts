/** What an event says of a step's outputs: reports and models whole, of tables only what needs no query. */
import type { OutputSummary } from '#schemas/types.ts';
import type { Value } from '#nodes/sdk/values.ts';
import { knownRows } from './knownRows.ts';
import type { Stored } from './ports.ts';
import type { Outputs } from './values.ts';

export interface Summary {
  readonly outputs: { readonly [port: string]: OutputSummary };
  /** Of the first table, where they are known without running it. */
  readonly rows?: number;
}

export function summarise(outputs: Outputs): Summary {
  const summaries = Object.entries(outputs).map(
    ([port, value]) => [port, summariseValue(value)] as const,
  );
  const rows = summaries.find(([, { type }]) => type === 'table')?.[1]['rows'] as
    | number
    | undefined;
  return { outputs: Object.fromEntries(summaries), ...(rows === undefined ? {} : { rows }) };
}

/** Of a result that was kept; nothing is made of it only to tell about it. */
export function summariseStored(stored: Stored): Partial<Summary> & Pick<Stored, 'curve'> {
  const curve = stored.curve === undefined ? {} : { curve: stored.curve };
  if (stored.kind === 'outputs') return { ...summarise(stored.outputs), ...curve };
  return { ...(stored.rows === undefined ? {} : { rows: stored.rows }), ...curve };
}

function summariseValue(value: Value): OutputSummary {
  switch (value.kind) {
    case 'table': {
      const rows = knownRows(value.plan);
      return { type: 'table', ...(rows === undefined ? {} : { rows }) };
    }
    case 'model': {
      const { kind, ...model } = value;
      return { type: kind, ...model };
    }
    case 'report': {
      const { kind, ...report } = value;
      return { type: kind, report };
    }
  }
}
