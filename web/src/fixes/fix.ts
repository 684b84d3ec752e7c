/** One-step remedies: what a person may do about a problem, ready to be done and undone as one edit. */
import type { Edge, Locale, NodeType, PipelineNode, Problem } from '#schemas/types.ts';
import type { DatasetRecord } from '../apiTypes.ts';
import { nodeTitle } from '../app/nodeTitle.ts';
import type { Command } from '../store/commands/command.ts';
import type { DocumentSlice, State } from '../store/state.ts';

/** A problem of the analysis, or the error of a step. */
export type Told = Pick<Problem, 'code' | 'params'> & {
  readonly node?: string | undefined;
  readonly path?: string | undefined;
};

export type FixId =
  | 'as-text'
  | 'choose'
  | 'connect'
  | 'connect-replace'
  | 'cut-row'
  | 'default'
  | 'drop-column'
  | 'drop-columns'
  | 'drop-item'
  | 'drop-repeated'
  | 'empty-cell'
  | 'features-all'
  | 'find-again'
  | 'insert'
  | 'insert-for'
  | 'insert-for-replace'
  | 'insert-replace'
  | 'one-role'
  | 'remove-node'
  | 'remove-unknown'
  | 'remove-wire'
  | 'replace'
  | 'target'
  | 'target-other'
  | 'unbind'
  | 'unweight'
  | 'use';

/** Makes an edit once it is chosen: in a large graph that takes long, and of many remedies few are ever chosen. */
export type Make = () => Command | undefined;

export type Fix = {
  /** Its words are `fix.<id>` with these values. */
  readonly id: FixId;
  readonly values: Readonly<Record<string, string | number>>;
  /** Absent where only a person can say what is meant: then there is the way to the field. */
  readonly command?: Make;
  readonly go?: { readonly node: string; readonly path: string };
};

export type Parts = Pick<State, 'document' | 'catalogue' | 'analysis'> & {
  readonly locale: Locale;
  /** Those that are known to stand on the server. */
  readonly datasets?: readonly Pick<DatasetRecord, 'name' | 'hash' | 'createdAt'>[];
};

/** Remedies for problems of one kind, the likeliest first; none where nothing is obvious. */
export type Fixer = (told: Told, parts: Parts) => readonly Fix[];

/**
 * None where there is nothing to do: whoever offers something knows before it is made that it will change the graph.
 * What was selected stays so, except where a person has yet to choose in what is new.
 */
export function fix(
  id: FixId,
  values: Fix['values'],
  make: Make | undefined,
  { selects = false } = {},
): readonly Fix[] {
  if (make === undefined) return [];
  const command: Make = () => {
    const made = make();
    if (made === undefined) return undefined;
    const { name: _, group: __, select, ...others } = made;
    const rest = selects && select !== undefined ? { ...others, select } : others;
    const node = rest.about['node'] ?? String(Object.values(values)[0] ?? '');
    return { ...rest, name: 'fix', about: { ...rest.about, node } };
  };
  return [{ id, values, command }];
}

/** The node that is told of, with its type where it is installed. */
export function concerned(
  { node: id }: Told,
  { document, catalogue }: Parts,
): { readonly node: PipelineNode; readonly type: NodeType | undefined } | undefined {
  const node = id === undefined ? undefined : document.nodesById.get(id);
  return node && { node, type: catalogue.types.get(node.type) };
}

export function titleOf(id: string, { document, catalogue, locale }: Parts): string {
  const node = document.nodesById.get(id);
  return node === undefined ? id : nodeTitle(node, catalogue.types.get(node.type), locale);
}

/** The wire that a problem points at. */
export function edgeAt({ edgesById }: DocumentSlice, path = ''): Edge | undefined {
  const [, at] = /^\/edges\/(\d+)$/.exec(path) ?? [];
  return at === undefined ? undefined : [...edgesById.values()][Number(at)];
}
