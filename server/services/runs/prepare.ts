/** From what is asked for to a run that can be queued: everything that would keep it from running is said here. */
import type { Pipeline } from '#schemas/types.ts';
import { keptPins } from '#server/engine/pins.ts';
import { plan } from '#server/engine/plan.ts';
import type { RunRow } from '#server/store/schema.ts';
import { type Core, found, newId, timeNow } from '../core.ts';
import { readDocument, updateNodes } from '../documents.ts';
import { storedResults } from '../storedResults.ts';
import type { Actor, RunSource, StartRun, TemplateService } from '../types.ts';
import { version } from '../version.ts';

/** Throws the first of what keeps it from running. */
export async function prepareRun(
  actor: Actor,
  request: StartRun,
  core: Core,
  templates: TemplateService,
): Promise<RunRow> {
  const { source, params = {}, targets, fresh = [], seed, idempotencyKey } = request;
  const given = await documentOf(actor, source, core, templates);
  // The seed has the document's own bounds.
  const whole = seed === undefined ? given : readDocument({ ...given, seed });
  const catalogue = await core.catalogue();
  const document = updateNodes(whole, catalogue);
  const target = targets === undefined ? {} : { target: targets };
  // What is pinned needs nothing before it, so nothing before it may keep the run from starting.
  const pins = await keptPins(
    document,
    storedResults((keys) => core.store.steps.results(keys)),
  );
  const { errors } = plan(document, catalogue, { params, fresh, pins, ...target });
  if (errors) throw errors[0]!;
  return {
    id: newId(),
    workspace: actor.workspace,
    actor: actor.id,
    createdAt: timeNow(),
    pipeline: 'pipeline' in source ? source.pipeline : null,
    name: document.name,
    document: JSON.stringify(document),
    params: JSON.stringify(params),
    targets: targets === undefined ? null : JSON.stringify(targets),
    fresh: fresh.length === 0 ? null : JSON.stringify(fresh),
    seed: document.seed,
    status: 'queued',
    attempt: 0,
    startedAt: null,
    finishedAt: null,
    error: null,
    idempotencyKey: idempotencyKey ?? null,
    trigger: request.trigger ?? 'person',
    version,
  };
}

async function documentOf(
  actor: Actor,
  source: RunSource,
  { store }: Core,
  templates: TemplateService,
): Promise<Pipeline> {
  if ('document' in source) return readDocument(source.document);
  if ('template' in source) return templates.get(actor, source.template);
  const { pipeline } = source;
  const row = await found('pipeline', pipeline, store.pipelines.find(actor.workspace, pipeline));
  return readDocument(row.document);
}
