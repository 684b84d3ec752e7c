import { EsteiraError } from '#schemas/errors.ts';
import { type Definitions, defineNode, type Ports } from '#nodes/sdk/node.ts';
import { custom, params } from '#nodes/sdk/params.ts';
import type { Json, Value } from '#nodes/sdk/values.ts';

type Definition = Definitions[string];

const titled = (ports: Definition['inputs'] | Definition['outputs']): Ports =>
  Object.fromEntries(ports.map(({ name, type }) => [name, { type, title: name }]));

export const node = defineNode({
  type: 'subflow',
  version: 1,
  category: 'control',
  title: 'Subflow',
  summary: 'Runs a group of nodes that was given a name, as if it were one node.',
  synonyms: ['component', 'group', 'function', 'metanode', 'reuse'],
  params: params({
    definition: custom<string>(
      { type: 'string', default: '', maxLength: 64 },
      { widget: 'definition' },
      { title: 'Subflow' },
    ),
    params: custom<Readonly<Record<string, Json>>>(
      { type: 'object', default: {} },
      { widget: 'json' },
      { title: 'Its parameters' },
    ),
  }),
  inputs: {},
  outputs: {},
  ports({ params: { definition }, definitions }) {
    const found = Object.hasOwn(definitions, definition) ? definitions[definition] : undefined;
    return found
      ? { inputs: titled(found.inputs), outputs: titled(found.outputs) }
      : { inputs: {}, outputs: {} };
  },
  line: '{definition}',
  inlines: true,
  async run({ params: own, inputs, context }) {
    if (own.definition === '') throw new EsteiraError('param-required', { param: 'definition' });
    const values = inputs as Readonly<Record<string, Value>>;
    return context.runDefinition(own.definition, values, own.params);
  },
});
