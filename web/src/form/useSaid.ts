import { useMemo } from 'react';
import { isFormulaText } from '#schemas/parameters.ts';
import type { Parameter, PipelineNode, Problem } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useFixes } from '../fixes/useFixes.ts';
import { useLocale, useText, type Say } from '../i18n/useText.ts';
import { useDescribe } from '../results/useDescribe.ts';
import type { FormWorld, Said } from './FormWorld.ts';
import { boundTo } from './model/bindings.ts';
import { checkParams, type Issue } from './model/checks.ts';
import { placeOf } from './model/place.ts';
import { pointerParts, valueAt } from './model/pointer.ts';
import { withTitles } from './model/titled.ts';
import type { Field, Params } from './model/types.ts';
import { valueOf } from './model/values.ts';

const noProblems: readonly Problem[] = [];

/** What is wrong with a node: the form's own checks at once, then the server's where it says more. */
export function useSaid(
  node: PipelineNode,
  fields: readonly Field[],
  columnsFor: FormWorld['columnsFor'],
): readonly Said[] {
  const say = useText();
  const locale = useLocale();
  const type = useEditor(({ catalogue }) => catalogue.types.get(node.type));
  const describe = useDescribe();
  const problems = useEditor(({ analysis }) => analysis.problemsByNode.get(node.id) ?? noProblems);
  const fixesFor = useFixes(problems.length > 0);
  const parameters = useEditor(({ document }) => document.parameters);
  return useMemo(() => {
    const { params } = node;
    const own = fields.flatMap((field) =>
      checkParams([field], params, columnsFor(field)).map((issue) => saidOf(issue, say)),
    );
    const told = problems.flatMap((problem): Said[] => {
      const path = placeOf(problem, fields, params);
      // Beside the field itself nobody needs the way to it.
      const fixes = fixesFor(problem).filter(({ command }) => path === '' || command !== undefined);
      const at = own.findIndex((each) => touches(each.path, path));
      const said = own[at];
      if (said !== undefined) {
        // The form says it in words of its own; what can be done is the same.
        if (said.fix === undefined && said.fixes === undefined) own[at] = { ...said, fixes };
        return [];
      }
      if (isUnread(valueAt(params, pointerParts(path)), parameters)) return [];
      if (isShownByEditor(path, fields, params, columnsFor)) return [];
      if (problem.code === 'param-required') {
        return [{ path, text: say('form.issue.required'), fixes }];
      }
      const { message, remedy } = describe(problem.code, withTitles(problem.params, type, locale));
      return [{ path, text: message, ...(remedy === '' ? {} : { remedy }), fixes }];
    });
    return [...own, ...told];
  }, [node, fields, columnsFor, problems, parameters, describe, fixesFor, say, type, locale]);
}

/** What cannot be read as a formula, written there or in the parameter that stands there: its editor says so. */
function isUnread(value: unknown, parameters: readonly Parameter[]): boolean {
  const name = boundTo(value);
  const given = parameters.find((each) => each.name === name);
  return isFormulaText(name === undefined ? value : given?.default);
}

/** A formula's editor marks what is wrong in the formula itself, once it knows the columns. */
function isShownByEditor(
  path: string,
  fields: readonly Field[],
  params: Params,
  columnsFor: FormWorld['columnsFor'],
): boolean {
  const field = fields.find(({ name }) => path === `/${name}`);
  if (field?.widget !== 'expression' || valueOf(field, params) === null) return false;
  const columns = columnsFor(field);
  return columns !== undefined && columns.every(({ presence }) => presence !== 'many');
}

function saidOf({ path, code, values }: Issue, say: Say): Said {
  const text = say(`form.issue.${code}`, values);
  const { near } = values;
  if (near === undefined) return { path, text };
  return { path, text, fix: { label: say('form.fix.use', { value: near }), value: near } };
}

function touches(a: string, b: string): boolean {
  return b !== '' && (a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`));
}
