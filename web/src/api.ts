/** Every question that the page asks the server. Nothing else fetches. Each throws ApiError. */
import type { Locale, NodeType, Pipeline, Problem, RunEvent, RunResult } from '#schemas/types.ts';
import type {
  Ask,
  DatasetInspection,
  DatasetRecord,
  Forecast,
  GraphAsked,
  GraphSchemas,
  Health,
  ModelDetail,
  ModelSummary,
  OpenedBundle,
  PipelineRecord,
  PipelineSummary,
  PortPlace,
  Prediction,
  Preview,
  Profile,
  RunRequest,
  RunSummary,
  SampleSummary,
  SavedOutput,
  SavedTable,
  Suggestion,
  SuggestRequest,
  TemplateSummary,
} from './apiTypes.ts';
import { errorOf, request, spokenLocale, unsent } from './apiRequest.ts';
import { tell, type News } from './news.ts';

export type * from './apiTypes.ts';
export { ApiError, speak } from './apiRequest.ts';

type Signal = AbortSignal | undefined;
const at = encodeURIComponent;
const ifMatch = (revision: number): Record<string, string> => ({ 'if-match': `"${revision}"` });

/** Tells the other windows, once the server has done it. */
async function told<T>(of: News['of'], done: Promise<T>, id?: string): Promise<T> {
  const answer = await done;
  tell({ of, id });
  return answer;
}

export const getHealth = (signal?: Signal): Promise<Health> =>
  request('GET', '/api/health', { signal });
export const listNodeTypes = (signal?: Signal): Promise<readonly NodeType[]> =>
  request('GET', '/api/nodes', { signal });

export const listTemplates = (signal?: Signal): Promise<readonly TemplateSummary[]> =>
  request('GET', '/api/templates', { signal });
export const getTemplate = (id: string, signal?: Signal): Promise<Pipeline> =>
  request('GET', `/api/templates/${at(id)}`, { signal });

/** A whole pipeline for a data set and a column to predict; it is neither saved nor run. */
export const suggestPipeline = (json: SuggestRequest, signal?: Signal): Promise<Suggestion> =>
  request('POST', '/api/suggestions', { json, signal });

export const listPipelines = (
  filter: { trashed?: boolean } = {},
  signal?: Signal,
): Promise<readonly PipelineSummary[]> =>
  request('GET', `/api/pipelines${filter.trashed === true ? '?trashed=true' : ''}`, { signal });
export const getPipeline = (id: string, signal?: Signal): Promise<PipelineRecord> =>
  request('GET', `/api/pipelines/${at(id)}`, { signal });
/** Without its document. */
export const getPipelineSummary = (id: string, signal?: Signal): Promise<PipelineSummary> =>
  request('GET', `/api/pipelines/${at(id)}/summary`, { signal });
/** Takes whatever was read from a file: the server says what is wrong with it. */
export const createPipeline = (document: unknown): Promise<PipelineRecord> =>
  told('pipelines', request('POST', '/api/pipelines', { json: document }));
/** Throws `changed-meanwhile` (412) where another revision is stored. */
export const savePipeline = (
  id: string,
  { document, revision }: { document: Pipeline; revision: number },
): Promise<PipelineRecord> =>
  told(
    'pipelines',
    request('PUT', `/api/pipelines/${at(id)}`, { json: document, headers: ifMatch(revision) }),
    id,
  );
export const renamePipeline = (
  id: string,
  { name, revision }: { name: string; revision: number },
): Promise<PipelineRecord> =>
  told(
    'pipelines',
    request('PATCH', `/api/pipelines/${at(id)}`, { json: { name }, headers: ifMatch(revision) }),
    id,
  );
export const copyPipeline = (id: string, name?: string): Promise<PipelineRecord> =>
  told(
    'pipelines',
    request('POST', `/api/pipelines/${at(id)}/copies`, {
      json: name === undefined ? {} : { name },
    }),
  );
export const trashPipeline = (id: string): Promise<void> =>
  told('pipelines', request('POST', `/api/pipelines/${at(id)}/trash`), id);
export const restorePipeline = (id: string): Promise<void> =>
  told('pipelines', request('POST', `/api/pipelines/${at(id)}/restore`), id);
/** For ever. */
export const deletePipeline = (id: string): Promise<void> =>
  told('pipelines', request('DELETE', `/api/pipelines/${at(id)}`), id);
export const checkPipeline = (
  json: { document: unknown; params?: Readonly<Record<string, unknown>>; targets?: string[] },
  signal?: Signal,
): Promise<{ readonly problems: readonly Problem[] }> =>
  request('POST', '/api/pipelines/check', { json, signal });
export const pipelineFileUrl = (id: string): string => `/api/pipelines/${at(id)}/file`;
/** The pipeline with the data that it reads, as one archive. */
export const bundleUrl = (id: string): string => `/api/pipelines/${at(id)}/bundle`;
/** Keeps the data sets of an archive; its document is not saved yet. */
export const openBundle = (file: Blob, sent: Sent = {}): Promise<OpenedBundle> =>
  told('datasets', sendFile('/api/bundles', file, sent));

export const listDatasets = (signal?: Signal): Promise<readonly DatasetRecord[]> =>
  request('GET', '/api/datasets', { signal });
export const listSamples = (signal?: Signal): Promise<readonly SampleSummary[]> =>
  request('GET', '/api/samples', { signal });
export const importSample = (name: string): Promise<DatasetRecord> =>
  told('datasets', request('POST', `/api/samples/${at(name)}`));
export const getDataset = (id: string, signal?: Signal): Promise<DatasetRecord> =>
  request('GET', `/api/datasets/${at(id)}`, { signal });
/** Throws `in-use` (409) where a pipeline names it. */
export const deleteDataset = (id: string): Promise<void> =>
  told('datasets', request('DELETE', `/api/datasets/${at(id)}`));
export const listDatasetUses = (
  id: string,
  signal?: Signal,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  request('GET', `/api/datasets/${at(id)}/pipelines`, { signal });
export const inspectDataset = (
  id: string,
  json: { read?: Readonly<Record<string, unknown>>; limit?: number } = {},
  signal?: Signal,
): Promise<DatasetInspection> =>
  request('POST', `/api/datasets/${at(id)}/inspection`, { json, signal });
export const datasetFileUrl = (id: string): string => `/api/datasets/${at(id)}/content`;

export const uploadDataset = (
  file: Blob,
  { name, ...sent }: Sent & { name: string },
): Promise<DatasetRecord> =>
  told('datasets', sendFile(`/api/datasets?name=${at(name)}`, file, sent));

/** `progress` hears of the share that has gone out, from 0 to 1. */
type Sent = { readonly signal?: Signal; readonly progress?: (share: number) => void };

function sendFile<T>(address: string, file: Blob, { signal, progress }: Sent): Promise<T> {
  // fetch tells nothing of an upload while it goes out.
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', address);
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.setRequestHeader('accept-language', spokenLocale());
    sending.responseType = 'json';
    sending.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) progress?.(loaded / total);
    });
    sending.addEventListener('load', () => {
      const { status } = sending;
      const body: unknown = sending.response;
      if (status >= 200 && status < 300) resolve(body as T);
      else reject(errorOf(status, body));
    });
    sending.addEventListener('error', () => void unsent(file).then(reject));
    sending.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    signal?.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}

export const listRuns = (
  filter: { pipeline?: string; limit?: number } = {},
  signal?: Signal,
): Promise<readonly RunSummary[]> => {
  const query = new URLSearchParams();
  if (filter.pipeline !== undefined) query.set('pipeline', filter.pipeline);
  if (filter.limit !== undefined) query.set('limit', String(filter.limit));
  return request('GET', `/api/runs?${query.toString()}`, { signal });
};
export const startRun = (json: RunRequest): Promise<RunSummary> =>
  told('runs', request('POST', '/api/runs', { json }));
export const getRun = (id: string, signal?: Signal): Promise<RunSummary> =>
  request('GET', `/api/runs/${at(id)}`, { signal });
export const getRunDocument = (id: string, signal?: Signal): Promise<Pipeline> =>
  request('GET', `/api/runs/${at(id)}/document`, { signal });
/** Of a run that has ended or waits; `run-not-finished` (409) of another. */
export const getRunResult = (id: string, signal?: Signal): Promise<RunResult> =>
  request('GET', `/api/runs/${at(id)}/result`, { signal });
/** A run that has ended or waits, as one HTML file; times are told as this machine's clock tells them. */
export const runReportUrl = (id: string, locale: string): string => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return `/api/runs/${at(id)}/report?locale=${at(locale)}&zone=${at(zone)}`;
};
/** For ever. Throws `run-not-over` (409). */
export const deleteRun = (id: string): Promise<void> =>
  told('runs', request('DELETE', `/api/runs/${at(id)}`));
export const cancelRun = (id: string): Promise<RunSummary> =>
  told('runs', request('POST', `/api/runs/${at(id)}/cancel`));
export const listAsks = (id: string, signal?: Signal): Promise<readonly Ask[]> =>
  request('GET', `/api/runs/${at(id)}/asks`, { signal });
export const answerAsk = (
  id: string,
  step: string,
  json: { approved: boolean; comment?: string },
): Promise<RunSummary> =>
  told('runs', request('POST', `/api/runs/${at(id)}/answers/${at(step)}`, { json }));
export const listSavedOutputs = (id: string, signal?: Signal): Promise<readonly SavedOutput[]> =>
  request('GET', `/api/runs/${at(id)}/saved`, { signal });
export const artifactUrl = (hash: string, name?: string): string =>
  `/api/artifacts/${at(hash)}${name === undefined ? '' : `?name=${at(name)}`}`;

export type Follower = {
  readonly onEvent: (event: RunEvent) => void;
  /** The run has told everything. */
  readonly onEnd: () => void;
  /** The connection broke; the browser comes back by itself. */
  readonly onLost?: () => void;
  /** Those numbered above this. */
  readonly after?: number;
};

/** Follows a run's events until it ends or the returned function is called. */
export function followRun(id: string, { onEvent, onEnd, onLost, after = 0 }: Follower): () => void {
  const stream = new EventSource(`/api/runs/${at(id)}/events${after > 0 ? `?after=${after}` : ''}`);
  stream.addEventListener('message', ({ data }) => {
    onEvent(JSON.parse(String(data)) as RunEvent);
  });
  stream.addEventListener('end', () => {
    stream.close();
    onEnd();
  });
  stream.addEventListener('error', () => {
    // 204, or a refusal: the browser gives up by itself.
    if (stream.readyState === EventSource.CLOSED) onEnd();
    else onLost?.();
  });
  return () => stream.close();
}

export const previewRows = (
  json: PortPlace & { limit?: number; offset?: number },
  signal?: Signal,
): Promise<Preview> => request('POST', '/api/previews', { json, signal });
export const previewProfile = (
  json: PortPlace & { columns?: readonly string[] },
  signal?: Signal,
): Promise<Profile> => request('POST', '/api/previews/profile', { json, signal });
/** The columns of every wire before anything runs, and what is wrong. */
export const previewSchemas = (json: GraphAsked, signal?: Signal): Promise<GraphSchemas> =>
  request('POST', '/api/previews/schemas', { json, signal });

/** Which nodes a run would compute and why. Nothing runs for it. */
export const forecastRun = (
  json: GraphAsked & { pipeline?: string; fresh?: readonly string[]; run?: string },
  signal?: Signal,
): Promise<Forecast> => request('POST', '/api/forecasts', { json, signal });
/** Keeps the result that a node has as it stands. Throws `pin-without-result` or `pin-of-effect` (409). */
export const pinResult = (
  json: GraphAsked & { node: string; run?: string },
  signal?: Signal,
): Promise<{ readonly key: string }> => request('POST', '/api/pins', { json, signal });

export const listModels = (
  filter: { trashed?: boolean } = {},
  signal?: Signal,
): Promise<readonly ModelSummary[]> =>
  request('GET', `/api/models${filter.trashed === true ? '?trashed=true' : ''}`, { signal });
/** An empty name takes it back. */
export const renameModel = (id: string, label: string): Promise<ModelSummary> =>
  told('models', request('PATCH', `/api/models/${at(id)}`, { json: { label } }));
export const listModelUses = (
  id: string,
  signal?: Signal,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  request('GET', `/api/models/${at(id)}/pipelines`, { signal });
/** Throws `in-use` (409) where a pipeline names it. */
export const trashModel = (id: string): Promise<void> =>
  told('models', request('POST', `/api/models/${at(id)}/trash`));
export const restoreModel = (id: string): Promise<void> =>
  told('models', request('POST', `/api/models/${at(id)}/restore`));
/** For ever. Throws `in-use` (409). */
export const deleteModel = (id: string): Promise<void> =>
  told('models', request('DELETE', `/api/models/${at(id)}`));
export const getModel = (id: string, signal?: Signal): Promise<ModelDetail> =>
  request('GET', `/api/models/${at(id)}`, { signal });
export const predict = (
  id: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  signal?: Signal,
): Promise<{ readonly predictions: readonly Prediction[] }> =>
  request('POST', `/api/models/${at(id)}/predict`, { json: { rows }, signal });
/** The answers as a CSV for spreadsheets of a language; of the file itself nothing is kept. */
export const scoreFile = (
  id: string,
  file: Blob,
  { name, spreadsheet, ...sent }: Sent & { name: string; spreadsheet: Locale },
): Promise<SavedTable> =>
  sendFile(
    `/api/models/${at(id)}/score-file?name=${at(name)}&spreadsheet=${spreadsheet}`,
    file,
    sent,
  );
