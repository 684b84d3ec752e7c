/** Which node types can stand at the end of a wire, and between two ends that do not fit. */
import { typesFit } from '#schemas/graph.ts';
import type { NodeType, PortType } from '#schemas/types.ts';
import type { WireEnd } from './canvasState.ts';

/** The port of a type that takes the loose end of a wire, if any: a required one before others. */
export function portFor(
  type: NodeType,
  wire: Pick<WireEnd, 'side'> & { readonly type: PortType },
): string | undefined {
  if (wire.side === 'source') {
    const fitting = type.inputs.filter((port) => typesFit(wire.type, port.type));
    return (fitting.find((port) => port.required) ?? fitting[0])?.name;
  }
  return type.outputs.find((port) => typesFit(port.type, wire.type))?.name;
}

/**
 * Types with an input for the one and an output of the other: those that need nothing else before those that do, then
 * the plainest first.
 */
export function bridging(
  types: readonly NodeType[],
  from: PortType,
  to: PortType,
): readonly NodeType[] {
  const needs = ({ inputs }: NodeType): number =>
    inputs.filter((port) => port.required && !typesFit(from, port.type)).length;
  return types
    .filter(({ inputs, outputs, category }) => {
      const takes = inputs.some((port) => port.type === from);
      return takes && category !== 'control' && outputs.some((port) => port.type === to);
    })
    .toSorted((a, b) => needs(a) - needs(b) || a.inputs.length - b.inputs.length)
    .slice(0, 3);
}
