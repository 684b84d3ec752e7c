/** What an input says that it needs of a table against what the node says of tables that lack it. */
import { describe, expect, it } from 'vitest';
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { NodeDefinition, RunNode } from '#nodes/sdk/node.ts';
import type { Accepts } from '#nodes/sdk/params.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { loadNode, nodeFolders } from '#server/catalogue/load.ts';
import { columnOf } from './tables.ts';

const nodes = await Promise.all((await nodeFolders()).map(loadNode));
const inputs = nodes.flatMap((node) =>
  Object.entries(node.inputs)
    .filter(([, { type }]) => type === 'table')
    .map(([port, { needs = [] }]) => ({ name: `${node.type}.${port}`, port, needs, node })),
);

/** A column of the kind. */
const ofKind = ({ types, roles, meanings }: Accepts, at: number): Column =>
  columnOf({
    name: `c${at}`,
    type: types?.[0] ?? 'float64',
    role: roles?.[0] ?? 'feature',
    ...(meanings === undefined ? {} : { meaning: meanings[0]! }),
  });

const feature = columnOf({ name: 'feature', type: 'float64' });

/** The code with which a node refuses a table before any run. */
function refusal(node: NodeDefinition, port: string, columns: readonly Column[]): string {
  const { declareOutputs } = node as RunNode<object>;
  const properties = node.params.properties as Record<string, { default?: unknown }>;
  const params = Object.fromEntries(
    Object.entries(properties).map(([name, param]) => [name, param.default]),
  );
  const table = Table.declared({ columns: [feature, ...columns] });
  try {
    declareOutputs?.({ params, inputs: { [port]: table } });
    return '';
  } catch (error) {
    if (!(error instanceof EsteiraError)) throw error;
    return error.code;
  }
}

/** Said where a table has no column of a role that only nodes give it. */
const WANTING = ['target-not-set', 'predictions-missing'];

describe.each(inputs)('$name', ({ node, port, needs }) => {
  it('says it where it can do nothing with a table of mere features', () => {
    const isWanting = WANTING.includes(refusal(node, port, []));
    expect(!isWanting || needs.length > 0).toBe(true);
  });

  it.each(needs.map((_, at) => at))('refuses a table without need %i', (at) => {
    const others = needs.filter((_, each) => each !== at).map(ofKind);
    expect(refusal(node, port, others)).not.toBe('');
  });
});

it('is asked of some nodes', () => {
  expect(inputs.some(({ needs }) => needs.length > 1)).toBe(true);
});
