import { takes, typeOfWant, unify, wanted, type Want } from './accept.ts';
import { cutLiteral } from './whole.ts';
import { failed, type Path, type Resolved, type Scope } from './resolved.ts';
import type { FunctionDefinition, Parameter } from '../defineFunction.ts';
import type { ExprType, Literal } from '../types.ts';

export function resolveCall(
  definition: FunctionDefinition,
  args: readonly Resolved[],
  scope: Scope,
  path: Path,
): Resolved {
  const { signature } = definition;
  const most = signature.variadic === true ? Infinity : signature.parameters.length;
  const least = signature.parameters.length - (signature.optional ?? 0);
  if (args.length < least || args.length > most) {
    const code =
      args.length < least ? 'expression.too-few-arguments' : 'expression.too-many-arguments';
    const limit = args.length < least ? least : most;
    return failed(scope, {
      code,
      path,
      params: { function: definition.name, limit, count: args.length },
    });
  }
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
  const type = signature.result === 'same' ? shared : signature.result;
  // A function's own check may rely on its arguments being of the right type.
  const problem = scope.problems.length > before ? undefined : definition.problem?.(call);
  if (problem !== undefined) scope.problems.push({ ...problem, path });
  return { kind: 'call', definition, args, wants, call, type };
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
    const where = { function: definition.name, position: index + 1, found: arg.type };
    if (problem !== undefined) {
      const params = { ...where, parameter: parameter.name, ...problem.params };
      scope.problems.push({ code: problem.code, path: [...path, index], params });
    } else if (joined === undefined) {
      const params = { ...where, expected: shared };
      scope.problems.push({ code: 'expression.types-differ', path: [...path, index], params });
    } else {
      shared = joined;
    }
  }
  return shared;
}

function checkArgument(parameter: Parameter, arg: Resolved) {
  const types = takes(parameter);
  if (types !== null && arg.type !== 'null' && !types.includes(arg.type)) {
    return { code: 'expression.argument-type', params: { expected: types } };
  }
  const constant = arg.kind === 'literal' && (arg.invalid === true || arg.expr.value !== null);
  if (parameter.literal === true && !constant) {
    return { code: 'expression.argument-not-constant', params: {} };
  }
  return undefined;
}

function literalOf(arg: Resolved, want: Want): Literal | undefined {
  return arg.kind === 'literal' ? cutLiteral(arg.expr.value, want) : undefined;
}
