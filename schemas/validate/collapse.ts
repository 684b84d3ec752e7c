import type { SchemaError } from './ajv.ts';

/**
 * Where a value may have several forms, JSON Schema says of each why it does not fit. People want
 * one sentence: the form that was meant, or else that none fits.
 */
export function collapseChoices(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choice = errors.find(isChoice);
  if (choice === undefined) return errors;
  // Branches are reported under the path of the choice; inner choices come before outer ones.
  const outer = errors.findLast((error) => isChoice(error) && contains(error, choice)) ?? choice;
  const within = errors.filter((error) => error !== outer && contains(outer, error));
  const others = errors.filter((error) => error !== outer && !within.includes(error));
  return [...meant(outer, within), ...collapseChoices(others)];
}

function isChoice(error: SchemaError): boolean {
  return error.keyword === 'anyOf' || error.keyword === 'oneOf';
}

function contains(outer: SchemaError, error: SchemaError): boolean {
  return error === outer || error.schemaPath.startsWith(`${outer.schemaPath}/`);
}

function meant(choice: SchemaError, within: readonly SchemaError[]): readonly SchemaError[] {
  const here = within.filter((error) => error.instancePath === choice.instancePath);
  if (here.length === within.length && here.every((error) => error.keyword === 'type')) {
    return [merged(choice, 'type', { type: here.flatMap((error) => error.params['type']) })];
  }
  if (here.length === within.length && here.every(isLiteral)) {
    return [merged(choice, 'enum', { allowedValues: here.flatMap(literals) })];
  }
  // Each form has a number of its own in the path: /anyOf/0/…; the one whose type or constant
  // fields fit is the one that was meant.
  const forms = Map.groupBy(within, (error) => formOf(choice, error));
  const fitting = [...forms.values()].filter((form) => !form.some(tellsApart));
  if (fitting.length === 1 && fitting[0] !== undefined) return collapseChoices(fitting[0]);
  return [choice];

  function tellsApart(error: SchemaError): boolean {
    const isHere = error.instancePath === choice.instancePath;
    return error.keyword === 'const' || (isHere && error.keyword === 'type');
  }
}

function isLiteral(error: SchemaError): boolean {
  return error.keyword === 'const' || error.keyword === 'enum';
}

function literals(error: SchemaError): unknown {
  return error.params['allowedValues'] ?? error.params['allowedValue'];
}

function formOf(choice: SchemaError, error: SchemaError): string {
  return error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';
}

function merged(
  choice: SchemaError,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
): SchemaError {
  return { ...choice, keyword, params };
}
