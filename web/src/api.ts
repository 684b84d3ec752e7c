/** What a list shows of a pipeline or a template. */
export type Summary = {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
};

/** An answer that is not a success, in the server's own words where it gave any (RFC 9457). */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

export const fetchTemplates = (signal: AbortSignal): Promise<readonly Summary[]> =>
  getList('/api/templates', signal);

export const fetchPipelines = (signal: AbortSignal): Promise<readonly Summary[]> =>
  getList('/api/pipelines', signal);

/** Throws when the server cannot be reached or is not well. */
export async function checkHealth(signal: AbortSignal): Promise<void> {
  await getJson('/api/health', signal);
}

async function getList(path: string, signal: AbortSignal): Promise<readonly Summary[]> {
  const body = await getJson(path, signal);
  if (!Array.isArray(body) || !body.every(isSummary)) {
    throw new ApiError(200, `${path} did not answer with a list.`);
  }
  return body;
}

async function getJson(path: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  throw new ApiError(response.status, detailOf(body) ?? response.statusText);
}

function detailOf(problem: unknown): string | undefined {
  if (!isRecord(problem)) return undefined;
  const { detail, title } = problem;
  return [detail, title].find((text): text is string => typeof text === 'string');
}

function isSummary(value: unknown): value is Summary {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
