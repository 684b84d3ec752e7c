import type { PipelineRecord } from '#server/services/types.ts';
import { downloadHeaders, sendStream } from '../download.ts';
import { etagOf, revisionOf } from '../etag.ts';
import type { Answer, Call, Fields, Operation } from '../operation.ts';
import { problemsOf } from '../problemList.ts';
import { list } from '../shapes/build.ts';
import {
  CheckAnswer,
  CheckRequest,
  PipelineCopy,
  PipelineRecord as recordShape,
  PipelineRename,
  PipelineSummary,
} from '../shapes/pipelines.ts';

const etag: Fields = {
  ETag: { description: 'The revision, for If-Match.', schema: { type: 'string' } },
};
const ifMatch: Fields = {
  'If-Match': {
    description: 'The ETag of the version that was read; `*` for whichever is there.',
    schema: { type: 'string' },
    required: true,
  },
};
const found = {
  status: 200,
  description: 'As it is stored.',
  schema: recordShape,
  headers: etag,
} as const;
const made = { ...found, status: 201, description: 'As it was stored.' } as const;
const done = { status: 204, description: 'It is done.' } as const;

/** Saved documents. */
export const pipelines: readonly Operation[] = [
  {
    id: 'listPipelines',
    method: 'get',
    path: '/api/pipelines',
    summary: 'Saved pipelines, newest first.',
    query: {
      trashed: { description: 'Those in the trash instead.', schema: { type: 'boolean' } },
    },
    success: [
      { status: 200, description: 'Without their documents.', schema: list(PipelineSummary) },
    ],
    handle: async ({ services, actor, query }) => ({
      json: await services.pipelines.list(actor, { trashed: query['trashed'] === true }),
    }),
  },
  {
    id: 'createPipeline',
    method: 'post',
    path: '/api/pipelines',
    summary: 'Saves a document as a new pipeline. It need not be able to run yet.',
    body: { kind: 'document' },
    success: [made],
    refuses: [413, 415, 422],
    handle: async ({ services, actor, body }) => {
      const document = services.pipelines.read(actor, body);
      return created(await services.pipelines.create(actor, document));
    },
  },
  {
    id: 'checkPipeline',
    method: 'post',
    path: '/api/pipelines/check',
    summary: 'Everything that keeps a document from running.',
    body: { kind: 'json', schema: CheckRequest, exact: true },
    success: [{ status: 200, description: 'In the reader’s language.', schema: CheckAnswer }],
    refuses: [413, 415, 422],
    handle: async (call) => {
      const { document, ...options } = call.body as { document: unknown; targets?: string[] };
      const problems = await call.services.pipelines.check(call.actor, document, options);
      return { json: { problems: await problemsOf(call, problems, document) } };
    },
  },
  {
    id: 'getPipeline',
    method: 'get',
    path: '/api/pipelines/{id}',
    summary: 'A pipeline with its document.',
    success: [found],
    refuses: [404],
    handle: async ({ services, actor, params }) =>
      record(await services.pipelines.get(actor, params['id']!)),
  },
  {
    id: 'getPipelineSummary',
    method: 'get',
    path: '/api/pipelines/{id}/summary',
    summary: 'A pipeline without its document: whether it changed, whether it lies in the trash.',
    success: [{ status: 200, description: 'As it stands.', schema: PipelineSummary }],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.pipelines.summary(actor, params['id']!),
    }),
  },
  {
    id: 'savePipeline',
    method: 'put',
    path: '/api/pipelines/{id}',
    summary: 'Saves a document over the version that was read.',
    headers: ifMatch,
    body: { kind: 'document' },
    success: [{ ...found, description: 'As it is stored now.' }],
    refuses: [404, 412, 413, 415, 422, 428],
    handle: async (call) => {
      const revision = await baseOf(call);
      const { services, actor, params } = call;
      const document = services.pipelines.read(actor, call.body);
      return record(await services.pipelines.save(actor, params['id']!, { document, revision }));
    },
  },
  {
    id: 'renamePipeline',
    method: 'patch',
    path: '/api/pipelines/{id}',
    summary: 'Gives a pipeline another name.',
    headers: ifMatch,
    body: { kind: 'json', schema: PipelineRename },
    success: [{ ...found, description: 'As it is stored now.' }],
    refuses: [404, 412, 415, 422, 428],
    handle: async (call) => {
      const revision = await baseOf(call);
      const { name } = call.body as { name: string };
      const { services, actor, params } = call;
      return record(await services.pipelines.rename(actor, params['id']!, { name, revision }));
    },
  },
  {
    id: 'deletePipeline',
    method: 'delete',
    path: '/api/pipelines/{id}',
    summary: 'Deletes a pipeline for ever; its runs stay.',
    success: [done],
    refuses: [404],
    handle: async ({ services, actor, params }) => {
      await services.pipelines.remove(actor, params['id']!);
      return { status: 204 };
    },
  },
  {
    id: 'copyPipeline',
    method: 'post',
    path: '/api/pipelines/{id}/copies',
    summary: 'Makes a copy, under a name of its own where one is given.',
    body: { kind: 'json', schema: PipelineCopy, optional: true },
    success: [made],
    refuses: [404, 415, 422],
    handle: async ({ services, actor, params, body }) => {
      const { name } = body as { name?: string };
      return created(await services.pipelines.duplicate(actor, params['id']!, name));
    },
  },
  {
    id: 'trashPipeline',
    method: 'post',
    path: '/api/pipelines/{id}/trash',
    summary: 'Puts a pipeline into the trash.',
    success: [done],
    refuses: [404],
    handle: async ({ services, actor, params }) => {
      await services.pipelines.trash(actor, params['id']!);
      return { status: 204 };
    },
  },
  {
    id: 'restorePipeline',
    method: 'post',
    path: '/api/pipelines/{id}/restore',
    summary: 'Takes a pipeline out of the trash.',
    success: [done],
    refuses: [404],
    handle: async ({ services, actor, params }) => {
      await services.pipelines.restore(actor, params['id']!);
      return { status: 204 };
    },
  },
  {
    id: 'downloadPipeline',
    method: 'get',
    path: '/api/pipelines/{id}/file',
    summary: 'The document as a file, written for diffs.',
    success: [{ status: 200, description: 'The file.', contentType: 'application/json' }],
    refuses: [404],
    handle: async ({ services, actor, params, response }) => {
      const { name } = await services.pipelines.get(actor, params['id']!);
      const file = await services.pipelines.text(actor, params['id']!);
      response.set(downloadHeaders(`${name}.json`, 'application/json; charset=utf-8')).send(file);
    },
  },
  {
    id: 'downloadBundle',
    method: 'get',
    path: '/api/pipelines/{id}/bundle',
    summary: 'The document and the data sets that it names, as one zip archive.',
    success: [{ status: 200, description: 'The archive.', contentType: 'application/zip' }],
    refuses: [404],
    handle: async ({ services, actor, params, response }) => {
      const { name, stream } = await services.bundles.write(actor, params['id']!);
      response.set(downloadHeaders(`${name}.zip`, 'application/zip'));
      await sendStream(response, stream);
    },
  },
];

function record(pipeline: PipelineRecord): Answer {
  return { json: pipeline, headers: etagOf(pipeline.revision) };
}

function created(pipeline: PipelineRecord): Answer {
  const headers = { ...etagOf(pipeline.revision), Location: `/api/pipelines/${pipeline.id}` };
  return { status: 201, json: pipeline, headers };
}

/** The revision that a change builds upon. */
async function baseOf({ services, actor, params, headers }: Call): Promise<number> {
  const revision = revisionOf(headers['if-match']);
  if (revision !== 'any') return revision;
  return (await services.pipelines.get(actor, params['id']!)).revision;
}
