/** Node types as GET /api/nodes and `esteira nodes --json` publish them: JSON Schema, words in both languages. */
import type { NodeType, PortSpec } from '#schemas/types.ts';
import { kindOf, type NodeDefinition, type Ports } from '#nodes/sdk/node.ts';
import { loadNode, NODES_DIR, nodeFolders } from './load.ts';
import { type NodeTexts, readHelp, readIcon, readTexts } from './texts.ts';

export async function publishNodes(root = NODES_DIR): Promise<NodeType[]> {
  const folders = await nodeFolders(root);
  return Promise.all(
    folders.map(async (folder) => {
      const [node, texts, help, icon] = await Promise.all([
        loadNode(folder),
        readTexts(folder),
        readHelp(folder),
        readIcon(folder),
      ]);
      return publishNode(node, texts, help, icon);
    }),
  );
}

function publishNode(
  node: NodeDefinition,
  texts: NodeTexts,
  help: NodeType['help'],
  icon: string,
): NodeType {
  return {
    type: node.type,
    version: node.version,
    category: node.category,
    kind: kindOf(node),
    title: { en: node.title, 'pt-BR': texts.title },
    summary: { en: node.summary, 'pt-BR': texts.summary },
    synonyms: { en: [...(node.synonyms ?? [])], 'pt-BR': [...(texts.synonyms ?? [])] },
    formerly: [...(node.formerly ?? [])],
    params: asWritten(node.params) as NodeType['params'],
    paramTexts: { ...texts.params },
    line: { en: node.line ?? '', 'pt-BR': texts.line ?? '' },
    messages: { en: { ...node.messages }, 'pt-BR': { ...texts.messages } },
    inputs: portSpecs(node.inputs, texts.inputs),
    outputs: portSpecs(node.outputs, texts.outputs),
    random: node.random ?? false,
    effect: node.effect ?? false,
    previews: 'run' in node && node.previews === true,
    help,
    icon,
  };
}

/**
 * The schema of params as documents hold them: TypeBox asks for every property, but what has a default may be left
 * out. TypeBox marks its schemas with symbols; what is published is plain JSON.
 */
function asWritten(params: object): unknown {
  return JSON.parse(
    JSON.stringify(params, (_, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('properties' in value)) return value;
      const { required = [], properties } = value as ObjectSchema;
      const isNeeded = (name: string): boolean => !('default' in properties[name]!);
      return { ...value, required: required.filter(isNeeded) };
    }),
  );
}

type ObjectSchema = {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, object>>;
};

function portSpecs(ports: Ports, words: Readonly<Record<string, string>> = {}): PortSpec[] {
  return Object.entries(ports).map(([name, port]) => ({
    name,
    type: port.type,
    title: { en: port.title, 'pt-BR': words[name] ?? port.title },
    required: port.required ?? true,
    many: port.many ?? false,
    ...(port.sameAs === undefined ? {} : { sameAs: port.sameAs }),
    ...(port.needs === undefined ? {} : { needs: port.needs }),
  }));
}
