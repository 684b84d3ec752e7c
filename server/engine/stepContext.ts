/** The world as one running node sees it. Plain own properties: nodes spread it to change a part of it. */
import { EsteiraError, type NodeErrorCode } from '#schemas/errors.ts';
import type { MessageParams } from '#schemas/types.ts';
import type { NodeContext, Progress, TablesPort } from '#nodes/sdk/context.ts';
import type { NodeDefinition } from '#nodes/sdk/node.ts';
import type { Note } from '#nodes/sdk/values.ts';
import type { Catalogue } from './catalogue.ts';
import type { Step } from './planned.ts';
import type { Session } from './session.ts';

/** What the context asks of the run that the step is part of. */
export interface StepHost {
  readonly signal: AbortSignal;
  readonly idempotencyKey: string;
  readonly tables: TablesPort;
  readonly report: (progress: Progress) => void;
  readonly log: (note: Note) => void;
  readonly runDefinition: NodeContext['runDefinition'];
  readonly suspend: NodeContext['suspend'];
}

export function stepContext(step: Step, host: StepHost, session: Session): NodeContext {
  const { tensors, artifacts, compileRow } = session.ports;
  return {
    signal: host.signal,
    step: step.id,
    seed: step.seed,
    idempotencyKey: host.idempotencyKey,
    tables: host.tables,
    tensors,
    artifacts,
    compileRow,
    nodeType: nodeTypes(session.catalogue),
    log: host.log,
    progress: host.report,
    runDefinition: host.runDefinition,
    suspend: host.suspend,
  };
}

export function nodeTypes(catalogue: Catalogue): (type: string) => NodeDefinition {
  return (type) => {
    const entry = catalogue.find(type);
    if (!entry) throw new EsteiraError('node-type-unknown', { name: type, type });
    return entry.definition;
  };
}

/** What is to be said of a step besides what it says itself. It is of this run alone, so it is not kept. */
export const notesOfPlan = ({ pinLost }: Step): readonly Note[] =>
  pinLost ? [{ code: 'pin-lost', level: 'warning' }] : [];

/** A note of a node as an event says it; what is no message param is shown as JSON. */
export function noteEvent(step: string, { code, level, params = {} }: Note) {
  const shown: { [name: string]: MessageParams[string] } = {};
  for (const [name, value] of Object.entries(params)) {
    const plain = Array.isArray(value)
      ? value.every((item) => typeof item === 'string' || typeof item === 'number')
      : typeof value !== 'object' || value === null;
    shown[name] = plain ? (value as MessageParams[string]) : JSON.stringify(value);
  }
  return { type: 'node-log', step, level, code: code as NodeErrorCode, params: shown } as const;
}
