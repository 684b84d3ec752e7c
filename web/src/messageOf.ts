import { ApiError } from './api.ts';

/** What happened and what to do, of whatever was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return `${error.message} ${error.remedy}`.trim();
  return error instanceof Error ? error.message : String(error);
}
