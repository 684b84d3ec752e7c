import type { ResolvedCall } from './resolved.ts';

/** Whether NaN and infinity may enter the argument (see `tolerant` in defineFunction.ts). */
export function takesAnyNumber({ definition, wants }: ResolvedCall, index: number): boolean {
  const { parameters } = definition.signature;
  const parameter = parameters[Math.min(index, parameters.length - 1)]!;
  return parameter.tolerant === true && wants[index] === 'float64';
}
