import { takes, typeOfWant, unify, wanted, type Want } from './accept.ts';
import { cutLiteral } from './whole.ts';
import { failed, type Path, type Resolved, type Scope } from './resolved.ts';
import { BY_SIGN } from '../text/operators.ts';
import type { CallProblem, FunctionDefinition, Parameter } from '../defineFunction.ts';
import type { ExprType, Literal } from '../types.ts';

export function resolveCall(
  definition: FunctionDefinition,
  args: readonly Resolved[],
  scope: Scope,
  path: Path,
): Resolved {
  const countProblem = checkCount(definition, args.length);
  if (countProblem !== undefined) return failed(scope, { ...countProblem, path });
  const before = scope.problems.length;
  const parameters = args.map((_, index) => parameterAt(definition, index));
  const found = checkArguments(definition, parameters, args, scope, path);
  // Where only nulls were given, a function that has forms by type still needs one of its types.
  const shared = found === 'null' ? (firstSharedType(definition) ?? found) : found;
  const wants = args.map((arg, index) => wanted(parameters[index]!, arg.type, shared));
  const call = {
    types: wants.map(typeOfWant),
    literals: args.map((arg, index) => literalOf(arg, wants[index]!)),
  };
  const { result } = definition.signature;
  const type = result === 'same' ? shared : result;
  // A function's own check may rely on its arguments being of the right type.
  const sound = scope.problems.length === before && !args.some(isInvalid);
  const problem = sound ? definition.problem?.(call) : undefined;
  if (problem !== undefined) {
    const params = { function: spokenName(definition), ...problem.params };
    scope.problems.push({ ...problem, path, params });
  }
  return { kind: 'call', definition, args, wants, call, type };
}

/** What is written between its values, but for those that people also call by name. */
const signs: ReadonlyMap<string, string> = new Map(
  [...BY_SIGN.values()]
    .filter(({ fn }) => !['concat', 'mod', 'pow'].includes(fn))
    .map(({ fn, sign }) => [fn, `“${sign}”`]),
);

/** The sign or the names that people type, in both languages where they differ. */
function spokenName({ name, names }: FunctionDefinition): string {
  const sign = signs.get(name);
  if (sign !== undefined) return sign;
  return names.en === names['pt-BR'] ? names.en : `${names.en} / ${names['pt-BR']}`;
}

function checkCount(definition: FunctionDefinition, count: number): CallProblem | undefined {
  const { parameters, variadic, optional = 0 } = definition.signature;
  const most = variadic === true ? Infinity : parameters.length;
  const least = parameters.length - optional;
  if (count >= least && count <= most) return undefined;
  const expected =
    most === Infinity ? `≥ ${least}` : most === least ? `${most}` : `${least} – ${most}`;
  const params = { function: spokenName(definition), expected, count };
  return { code: 'expression-argument-count', params };
}

function parameterAt(definition: FunctionDefinition, index: number): Parameter {
  const { parameters } = definition.signature;
  return parameters[Math.min(index, parameters.length - 1)]!;
}

function firstSharedType({ signature }: FunctionDefinition): ExprType | undefined {
  return signature.parameters.find(({ kind }) => kind === 'same')?.of?.[0];
}

/** Notes what does not fit and returns the type that the `same` arguments share. */
function checkArguments(
  definition: FunctionDefinition,
  parameters: readonly Parameter[],
  args: readonly Resolved[],
  scope: Scope,
  path: Path,
): ExprType {
  let shared: ExprType = 'null';
  for (const [index, arg] of args.entries()) {
    const parameter = parameters[index]!;
    const problem = checkArgument(parameter, arg);
    const joined: ExprType | undefined =
      parameter.kind === 'same' ? unify(shared, arg.type) : shared;
    const where = { function: spokenName(definition), position: index + 1 };
    if (problem !== undefined) {
      const params = { ...where, ...problem.params };
      scope.problems.push({ code: problem.code, path: [...path, index], params });
    } else if (joined === undefined) {
      const params = { ...where, left: shared, right: arg.type };
      scope.problems.push({ code: 'expression-types-differ', path: [...path, index], params });
    } else {
      shared = joined;
    }
  }
  return shared;
}

function checkArgument(parameter: Parameter, arg: Resolved): CallProblem | undefined {
  const types = takes(parameter);
  if (types !== null && arg.type !== 'null' && !types.includes(arg.type)) {
    return { code: 'expression-argument-type', params: { expected: types, found: arg.type } };
  }
  const constant = isInvalid(arg) || (arg.kind === 'literal' && arg.expr.value !== null);
  if (parameter.literal === true && !constant) {
    return { code: 'expression-argument-not-constant', params: {} };
  }
  return undefined;
}

function isInvalid(arg: Resolved): boolean {
  return arg.kind === 'literal' && arg.invalid === true;
}

function literalOf(arg: Resolved, want: Want): Literal | undefined {
  return arg.kind === 'literal' ? cutLiteral(arg.expr.value, want) : undefined;
}
