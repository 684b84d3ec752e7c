/** The node types of one engine, by name. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Definition, FormulaText, Json } from '#schemas/types.ts';
import type { JsonSchema } from '#schemas/schemas.ts';
import { validateParams } from '#schemas/validate.ts';
import type { NodeDefinition, NodeKind, Ports } from '#nodes/sdk/node.ts';

type Params = { readonly [name: string]: Json };

export interface NodeEntry {
  readonly definition: NodeDefinition;
  readonly kind: NodeKind;
  /** Of the params. */
  readonly schema: JsonSchema;
  /** Problems of complete params; empty where they fit. */
  check(params: Params, node: string): readonly EsteiraError[];
  /** The param that names a definition of the document, where the node runs one. */
  readonly definitionParam: string | undefined;
  /** Type version, implementation: what makes an older result another one. */
  readonly version: string;
}

/** What a formula's text says as a node takes it, or why it cannot be read. */
export type ReadFormula = (formula: FormulaText) => Json | EsteiraError;

export interface Catalogue {
  readonly readFormula: ReadFormula;
  /** By the type's name or one that it had formerly. */
  find(type: string): NodeEntry | undefined;
  /** The ports that a node has with these params. */
  ports(entry: NodeEntry, params: Params, definitions: Definitions): NodePorts;
}

export interface NodePorts {
  readonly inputs: Ports;
  readonly outputs: Ports;
}

export type Definitions = { readonly [id: string]: Definition };

/** Throws where two folders define one type: a slip that would hide a node. Without a reader no formula is read. */
export function createCatalogue(
  definitions: readonly NodeDefinition[],
  readFormula: ReadFormula = () => new EsteiraError('expression-malformed', {}),
): Catalogue {
  const entries = new Map<string, NodeEntry>();
  const former = new Map<string, NodeEntry>();
  for (const definition of definitions) {
    const entry = entryOf(definition);
    if (entries.has(definition.type)) {
      throw new Error(`Two node folders define the type ${definition.type}.`);
    }
    entries.set(definition.type, entry);
    for (const name of definition.formerly ?? []) former.set(name, entry);
  }
  return {
    readFormula,
    find: (type) => entries.get(type) ?? former.get(type),
    ports({ definition }, params, all) {
      if (!definition.ports) return definition;
      return definition.ports({ params, definitions: all });
    },
  };
}

function entryOf(definition: NodeDefinition): NodeEntry {
  const schema = definition.params as unknown as JsonSchema;
  return {
    definition,
    schema,
    kind: 'plan' in definition ? 'plan' : 'fit' in definition ? 'fit' : 'run',
    check: (params, node) => validateParams(schema, params, node),
    definitionParam: definitionParamOf(definition),
    version: `${definition.version}.${definition.implementation ?? 1}`,
  };
}

/** The form's widget says which text is the id of a definition: one declaration for person and engine. */
function definitionParamOf({ params }: NodeDefinition): string | undefined {
  const properties: { readonly [name: string]: { readonly ui?: { readonly widget?: string } } } =
    params.properties;
  return Object.keys(properties).find((name) => properties[name]!.ui?.widget === 'definition');
}
