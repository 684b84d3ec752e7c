import type { SuggestRequest } from '#server/services/types.ts';
import type { Operation } from '../operation.ts';
import { Suggestion, SuggestRequest as requestShape } from '../shapes/suggestions.ts';

/** Whole pipelines for a file that somebody has. */
export const suggestions: readonly Operation[] = [
  {
    id: 'suggestPipeline',
    method: 'post',
    path: '/api/suggestions',
    summary: 'A whole pipeline that predicts a column of a data set.',
    body: { kind: 'json', schema: requestShape },
    success: [{ status: 200, description: 'A document, and why it is so.', schema: Suggestion }],
    refuses: [415, 422, 504],
    handle: async ({ services, actor, locale, body, signal }) => {
      const request = { locale, ...(body as SuggestRequest), signal };
      return { json: await services.suggestions.pipeline(actor, request) };
    },
  },
];
