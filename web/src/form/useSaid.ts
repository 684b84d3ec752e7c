import { useMemo } from 'react';
import type { PipelineNode, Problem } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useText, type Say } from '../i18n/useText.ts';
import type { FormWorld, Said } from './FormWorld.ts';
import { checkParams, type Issue } from './model/checks.ts';
import type { Field } from './model/types.ts';

const noProblems: readonly Problem[] = [];

/** What is wrong with a node: the form's own checks at once, then the server's where it says more. */
export function useSaid(
  node: PipelineNode,
  fields: readonly Field[],
  columnsFor: FormWorld['columnsFor'],
): readonly Said[] {
  const say = useText();
  const problems = useEditor(({ analysis }) => analysis.problemsByNode.get(node.id) ?? noProblems);
  return useMemo(() => {
    const own = fields.flatMap((field) =>
      checkParams([field], node.params, columnsFor(field)).map((issue) => saidOf(issue, say)),
    );
    const told = problems
      .map(({ detail, remedy, path = '' }): Said => ({
        path: paramPath(path),
        text: detail,
        ...(remedy === '' ? {} : { remedy }),
      }))
      .filter(({ path }) => !own.some((each) => touches(each.path, path)));
    return [...own, ...told];
  }, [node.params, fields, columnsFor, problems, say]);
}

function saidOf({ path, code, values }: Issue, say: Say): Said {
  const text = say(`form.issue.${code}`, values);
  const { near } = values;
  if (near === undefined) return { path, text };
  return { path, text, fix: { label: say('form.fix.use', { value: near }), value: near } };
}

/** A pointer into the document (`/nodes/3/params/columns`) as one into the node's params. */
function paramPath(path: string): string {
  return path.replace(/^\/nodes\/\d+/, '').replace(/^\/params(?=\/|$)/, '');
}

function touches(a: string, b: string): boolean {
  return b !== '' && (a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`));
}
