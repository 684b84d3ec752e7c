import { EsteiraError } from '../errors.ts';
import type { Definition, PortRef, PortType } from '../types.ts';
import { checkPrepared } from './check.ts';
import { portTypes, type PortTypes } from './portTypes.ts';
import {
  missingPort,
  nameOf,
  nodeOf,
  portNumber,
  portOf,
  portText,
  prepare,
  type Prepared,
  type Side,
} from './prepare.ts';
import { portKey, typesFit, type PortLookup } from './types.ts';

/** A definition's graph with what its inputs bring, and its own ports: names, ends, types. */
export function checkDefinition(
  definition: Definition,
  lookup: PortLookup,
  path: string,
): readonly EsteiraError[] {
  const { inputs, outputs } = definition;
  const arriving = inputs.flatMap(({ type, to }) => to.map((ref) => ({ to: ref, type })));
  const prepared = prepare(definition, lookup);
  // Within, and without what comes from outside: that is what the outside is compared with.
  const within = { prepared, types: portTypes(prepared), definition };
  const whole = { ...within, types: portTypes(prepared, arriving) };
  return [
    ...checkPrepared(prepared, { path, arriving }),
    ...repeatedNames(definition, 'inputs', path),
    ...repeatedNames(definition, 'outputs', path),
    ...fedTwice(definition, prepared, path),
    ...inputs.flatMap((port, index) =>
      port.to.flatMap((end) => checkEnd(within, 'inputs', port, end, `${path}/inputs/${index}`)),
    ),
    ...outputs.flatMap((port, index) =>
      checkEnd(whole, 'outputs', port, port.from, `${path}/outputs/${index}`),
    ),
  ];
}

function repeatedNames(definition: Definition, side: Side, path: string): EsteiraError[] {
  const names = new Set<string>();
  return definition[side].flatMap(({ name: port }, index) => {
    const isNew = !names.has(port);
    names.add(port);
    if (isNew) return [];
    const params = { definition: definition.name, side: word(side), port };
    const where = { path: `${path}/${side}/${index}` };
    return [new EsteiraError('definition-port-repeated', params, where)];
  });
}

function fedTwice(definition: Definition, prepared: Prepared, path: string): EsteiraError[] {
  const fed = new Set<string>();
  return definition.inputs.flatMap((input, index) =>
    input.to.flatMap((end) => {
      const isNew = !fed.has(portKey(end));
      fed.add(portKey(end));
      if (isNew || portOf(prepared, 'inputs', end)?.many === true) return [];
      const params = { name: nameOf(prepared, end.node), port: end.port };
      return [new EsteiraError('input-wired-twice', params, { path: `${path}/inputs/${index}` })];
    }),
  );
}

type Inside = {
  readonly prepared: Prepared;
  readonly types: PortTypes;
  readonly definition: Definition;
};

function checkEnd(
  { prepared, types, definition }: Inside,
  side: Side,
  port: { readonly name: string; readonly type: PortType },
  end: PortRef,
  path: string,
): EsteiraError[] {
  if (nodeOf(prepared, end.node) === undefined) {
    const params = { definition: definition.name, port: port.name, id: end.node };
    return [new EsteiraError('definition-port-loose', params, { path })];
  }
  const missing = missingPort(prepared, side, end);
  if (missing !== undefined) {
    return [new EsteiraError('edge-port-unknown', { ...missing, port: end.port }, { path })];
  }
  const inner = types[side][portNumber(prepared, side, end)] ?? 'any';
  const [found, expected] = side === 'inputs' ? [port.type, inner] : [inner, port.type];
  if (typesFit(found, expected)) return [];
  const place = portText(prepared, end);
  const [from, to] = side === 'inputs' ? [port.name, place] : [place, port.name];
  return [new EsteiraError('port-types-differ', { from, to, found, expected }, { path })];
}

function word(side: Side): string {
  return side === 'inputs' ? 'input' : 'output';
}
