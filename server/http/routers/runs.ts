import { EsteiraError } from '#schemas/errors.ts';
import type { RunSource, RunState, StartRun } from '#server/services/types.ts';
import { downloadHeaders } from '../download.ts';
import { lastSeen, sendEvents } from '../eventStream.ts';
import type { Answer, Call, Fields, Operation } from '../operation.ts';
import { list, published } from '../shapes/build.ts';
import { Ask, AskAnswer, RunRequest, RunSummary, SavedOutput } from '../shapes/runs.ts';

const started = { status: 201, description: 'It is queued.', schema: RunSummary } as const;
const summary = { status: 200, description: 'How far it is.', schema: RunSummary } as const;
const key: Fields = {
  'Idempotency-Key': {
    description: 'The same key again gives the run that was started first, and starts none.',
    schema: { type: 'string' },
  },
};

/** Runs: started here, followed by their events. */
export const runs: readonly Operation[] = [
  {
    id: 'listRuns',
    method: 'get',
    path: '/api/runs',
    summary: 'Runs, newest first.',
    query: {
      pipeline: { description: 'Of this pipeline.', schema: { type: 'string' } },
      limit: {
        description: 'At most so many.',
        schema: { type: 'integer', minimum: 1, maximum: 1000 },
      },
    },
    success: [{ status: 200, description: 'The runs.', schema: list(RunSummary) }],
    handle: async ({ services, actor, query }) => ({
      json: await services.runs.list(actor, query),
    }),
  },
  {
    id: 'startRun',
    method: 'post',
    path: '/api/runs',
    summary: 'Runs a saved pipeline, a document or a template.',
    headers: key,
    body: { kind: 'json', schema: RunRequest, exact: true },
    success: [started],
    refuses: [404, 413, 415, 422, 503],
    handle: async (call) => {
      const run = await call.services.runs.start(call.actor, startOf(call));
      return { status: 201, json: run, headers: { Location: `/api/runs/${run.id}` } };
    },
  },
  {
    id: 'getRun',
    method: 'get',
    path: '/api/runs/{id}',
    summary: 'How far a run is.',
    success: [summary],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.runs.get(actor, params['id']!),
    }),
  },
  {
    id: 'deleteRun',
    method: 'delete',
    path: '/api/runs/{id}',
    summary: 'Deletes a run that is over; the models that it trained stay.',
    success: [{ status: 204, description: 'It is gone.' }],
    refuses: [404, 409],
    handle: async ({ services, actor, params }) => {
      await services.runs.remove(actor, params['id']!);
      return { status: 204 };
    },
  },
  {
    id: 'getRunDocument',
    method: 'get',
    path: '/api/runs/{id}/document',
    summary: 'The document that ran.',
    success: [{ status: 200, description: 'The document.', schema: published('pipeline') }],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.runs.document(actor, params['id']!),
    }),
  },
  {
    id: 'getRunResult',
    method: 'get',
    path: '/api/runs/{id}/result',
    summary: 'What has come of a run: its nodes, their reports, why each ran.',
    success: [{ status: 200, description: 'The result.', schema: published('run-result') }],
    refuses: [404, 409],
    handle: async ({ services, actor, params }) => ({
      json: await services.runs.result(actor, params['id']!),
    }),
  },
  {
    id: 'getRunReport',
    method: 'get',
    path: '/api/runs/{id}/report',
    summary: 'A run as one HTML file to keep, print or send: no script in it, no request.',
    query: {
      locale: {
        description: 'en or pt-BR; by Accept-Language where it is neither.',
        schema: { type: 'string' },
      },
      zone: {
        description: 'The IANA time zone in which times are told; default UTC.',
        schema: { type: 'string' },
      },
    },
    success: [{ status: 200, description: 'The file.', contentType: 'text/html' }],
    refuses: [404, 409],
    handle: async ({ services, actor, params, query, locale: spoken, response }) => {
      const { locale: asked, zone } = query as { locale?: string; zone?: string };
      const locale = asked === 'en' || asked === 'pt-BR' ? asked : spoken;
      const options = { locale, ...(zone === undefined ? {} : { timeZone: zone }) };
      const { name, html } = await services.reports.report(actor, params['id']!, options);
      response.set({
        ...downloadHeaders(name, 'text/html; charset=utf-8'),
        'Cache-Control': 'no-cache',
      });
      response.send(html);
    },
  },
  {
    id: 'followRun',
    method: 'get',
    path: '/api/runs/{id}/events',
    summary: 'A run’s events as they happen: server-sent events, numbered, each a RunEvent.',
    query: {
      after: { description: 'Those numbered above this.', schema: { type: 'integer' } },
    },
    headers: {
      'Last-Event-ID': {
        description: 'As `after`; browsers send it by themselves when they come back.',
        schema: { type: 'string' },
      },
    },
    success: [
      { status: 200, description: 'The events.', contentType: 'text/event-stream' },
      { status: 204, description: 'The run has ended and there is nothing more to tell.' },
    ],
    refuses: [404],
    handle: follow,
  },
  {
    id: 'cancelRun',
    method: 'post',
    path: '/api/runs/{id}/cancel',
    summary: 'Asks a run to stop; it does within a second or so.',
    success: [summary],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.runs.cancel(actor, params['id']!),
    }),
  },
  {
    id: 'listAsks',
    method: 'get',
    path: '/api/runs/{id}/asks',
    summary: 'The questions that a waiting run asks.',
    success: [{ status: 200, description: 'The open questions.', schema: list(Ask) }],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.runs.asks(actor, params['id']!),
    }),
  },
  {
    id: 'answerAsk',
    method: 'post',
    path: '/api/runs/{id}/answers/{step}',
    summary: 'Answers a question; the run goes on. Slashes in the step’s id are encoded (%2F).',
    body: { kind: 'json', schema: AskAnswer },
    success: [summary],
    refuses: [404, 409, 415, 422],
    handle: async ({ services, actor, params, body }) => {
      const answer = body as { approved: boolean; comment?: string };
      return { json: await services.runs.answer(actor, params['id']!, params['step']!, answer) };
    },
  },
  {
    id: 'listSavedOutputs',
    method: 'get',
    path: '/api/runs/{id}/saved',
    summary: 'The files that a run’s nodes saved; their bytes are artifacts.',
    success: [{ status: 200, description: 'The files.', schema: list(SavedOutput) }],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.runs.saved(actor, params['id']!),
    }),
  },
];

type RunBody = Omit<StartRun, 'source' | 'idempotencyKey'> & {
  readonly pipeline?: string;
  readonly document?: unknown;
  readonly template?: string;
};

function startOf({ body, headers }: Call): StartRun {
  const { pipeline, document, template, ...options } = body as RunBody;
  const sources: RunSource[] = [];
  if (pipeline !== undefined) sources.push({ pipeline });
  if (document !== undefined) sources.push({ document });
  if (template !== undefined) sources.push({ template });
  const [source, another] = sources;
  if (source === undefined || another !== undefined) {
    throw new EsteiraError('value-fits-none', { field: 'pipeline, document, template' });
  }
  const idempotencyKey = headers['idempotency-key'];
  return { source, ...options, ...(typeof idempotencyKey === 'string' ? { idempotencyKey } : {}) };
}

const over: readonly RunState[] = ['done', 'failed', 'cancelled'];

async function follow(call: Call): Promise<Answer> {
  const { services, actor, params, query, headers, signal, request, response } = call;
  const id = params['id']!;
  const after = lastSeen(headers['last-event-id'], query['after']);
  const { status } = await services.runs.get(actor, id);
  const events = services.runs.events(actor, id, { after, signal });
  // Whoever asks for the headers alone would wait for the run's end to get them.
  if (request.method === 'HEAD') return { status: 204 };
  if (!over.includes(status)) return sendEvents(response, events, signal);
  // A browser comes back by itself after the end; 204 tells it to stay away.
  const kept = await Array.fromAsync(events);
  if (kept.length === 0) return { status: 204 };
  return sendEvents(response, fromList(kept), signal);
}

async function* fromList<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}
