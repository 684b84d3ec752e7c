import { EsteiraError } from '../errors.ts';
import type { PortType } from '../types.ts';
import { groupOf, wiresByOutput, type PortTypes } from './portTypes.ts';
import type { Prepared } from './prepare.ts';
import type { GraphPort } from './types.ts';

/**
 * By input number, the type that a new wire must have: the input's own; or, where the input hands
 * its type on, that of its group or of what its outputs are wired to further on; or `any`.
 */
export function neededTypes(prepared: Prepared, types: PortTypes): readonly PortType[] {
  const { firstPort, portCount, ends, ports } = prepared;
  const needed = Array.from<PortType>({ length: portCount.inputs }).fill('any');
  const { start, items } = wiresByOutput(prepared);
  // Against the running order, what a node leads to is known before the node.
  for (const id of prepared.ordering.order.toReversed()) {
    const node = prepared.adjacency.indexOf.get(id) ?? 0;
    const known = ports[node];
    if (known === undefined || known instanceof EsteiraError) continue;
    const firstOut = firstPort.outputs[node] ?? 0;
    const firstIn = firstPort.inputs[node] ?? 0;
    known.inputs.forEach((input, place) => {
      needed[firstIn + place] = input.type;
      if (input.type !== 'any') return;
      const group = groupOf(input);
      const handsOn = known.outputs.map((output) => isAnySameAs(output, group));
      if (input.sameAs === undefined && !handsOn.includes(true) && !leads(known.inputs, group))
        return;
      const further = known.outputs.flatMap((_, out) =>
        handsOn[out] === true
          ? Array.from(items.subarray(start[firstOut + out], start[firstOut + out + 1]))
          : [],
      );
      const wanted = further.map((edge) => needed[ends.inputs[edge] ?? -1] ?? 'any');
      const own = types.inputs[firstIn + place] ?? 'any';
      needed[firstIn + place] = [own, ...wanted].find((type) => type !== 'any') ?? 'any';
    });
  }
  return needed;
}

function isAnySameAs(output: GraphPort, group: string): boolean {
  return output.type === 'any' && output.sameAs === group;
}

function leads(inputs: readonly GraphPort[], name: string): boolean {
  return inputs.some((input) => input.sameAs === name);
}
