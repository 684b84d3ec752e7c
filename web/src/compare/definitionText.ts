/** What a subflow has besides its graph, as a person reads it in a line. */
import type { Definition, PipelineNode, PortRef } from '#schemas/types.ts';

/** Empty where there is nothing. */
export function definitionText(
  definition: Definition,
  field: string,
  nameOf: (node: PipelineNode) => string,
): string {
  const { nodes, inputs, outputs, parameters } = definition;
  const name = ({ node: id }: PortRef): string => {
    const node = nodes.find((each) => each.id === id);
    return node ? nameOf(node) : id;
  };
  switch (field) {
    case 'inputs':
      return inputs.map((port) => `${port.name} → ${port.to.map(name).join(', ')}`).join('; ');
    case 'outputs':
      return outputs.map((port) => `${name(port.from)} → ${port.name}`).join('; ');
    case 'parameters':
      return parameters.map((each) => `${each.name}${presetOf(each.default)}`).join('; ');
    default: {
      const value = (definition as Readonly<Record<string, unknown>>)[field];
      return typeof value === 'string' ? value : '';
    }
  }
}

const presetOf = (preset: unknown): string =>
  preset === undefined ? '' : ` = ${typeof preset === 'string' ? preset : JSON.stringify(preset)}`;
