import type { TemplateSummary } from '#server/services/types.ts';
import type { Call, Operation } from '../operation.ts';
import { list, published } from '../shapes/build.ts';
import { TemplateSummary as shape } from '../shapes/system.ts';

/** Pipelines to start from. */
export const templates: readonly Operation[] = [
  {
    id: 'listTemplates',
    method: 'get',
    path: '/api/templates',
    summary: 'Pipelines to start from.',
    success: [{ status: 200, description: 'All of them.', schema: list(shape) }],
    handle: async ({ services, actor, locale }) => {
      const all = await services.templates.list(actor);
      return { json: all.map((template) => inWords(template, locale)), headers: words(locale) };
    },
  },
  {
    id: 'getTemplate',
    method: 'get',
    path: '/api/templates/{id}',
    summary: 'A template’s document.',
    success: [{ status: 200, description: 'The document.', schema: published('pipeline') }],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.templates.get(actor, params['id']!),
    }),
  },
];

function inWords(template: TemplateSummary, locale: Call['locale']): object {
  const { title, summary } = template;
  return { ...template, name: title[locale], description: summary[locale] };
}

function words(locale: Call['locale']): Record<string, string> {
  return { 'Content-Language': locale, Vary: 'Accept-Language' };
}
