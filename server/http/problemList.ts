import { toProblem, type ExtraMessages } from '#schemas/errors.ts';
import { nodeTitle } from '#schemas/graph.ts';
import type { ErrorData, MessageParams, PipelineNode, Problem } from '#schemas/types.ts';
import type { Services } from '#server/services/types.ts';
import type { Call } from './operation.ts';

/** Findings that are part of a good answer, each in the reader's language; nodes as the document calls them. */
export async function problemsOf(
  { services, locale }: Pick<Call, 'services' | 'locale'>,
  errors: readonly ErrorData[],
  document?: unknown,
): Promise<readonly Problem[]> {
  const extra = document ? await wordsOf(services) : await nodeWords(services, errors);
  const nodes = new Map(nodesOf(document).map((node) => [node.id, node]));
  return errors.map((error) => {
    const node = nodes.get(error.node ?? '');
    return toProblem(node ? { ...error, called: nodeTitle(node) } : error, locale, extra);
  });
}

/**
 * The words of node folders, where one of the errors is a node's own (its code has a dot) or names a node. A folder
 * that cannot be read must not take the words of everything else with it.
 */
export async function nodeWords(
  { catalogue }: Pick<Services, 'catalogue'>,
  errors: readonly Pick<ErrorData, 'code' | 'params'>[],
): Promise<ExtraMessages> {
  if (!errors.some(({ code, params }) => code.includes('.') || namesNode(params))) return {};
  return wordsOf({ catalogue });
}

const wordsOf = ({ catalogue }: Pick<Services, 'catalogue'>): Promise<ExtraMessages> =>
  catalogue.messages().catch(() => ({}));

type Named = Pick<PipelineNode, 'id' | 'type' | 'label'>;

/** What is judged may be anything. Where it is still text, its nodes go by their ids. */
function nodesOf(document: unknown): readonly Named[] {
  const { nodes } = (document ?? {}) as { readonly nodes?: unknown };
  return Array.isArray(nodes) ? nodes.filter(isNamed) : [];
}

function isNamed(node: unknown): node is Named {
  if (typeof node !== 'object' || node === null) return false;
  const { id, type, label = '' } = node as Readonly<Record<string, unknown>>;
  return [id, type, label].every((each) => typeof each === 'string');
}

function namesNode(params: MessageParams): boolean {
  return Object.values(params)
    .flat()
    .some((value) => typeof value === 'object' && value !== null);
}
