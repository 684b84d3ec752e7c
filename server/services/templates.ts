/** Pipelines to start from. */
import { EsteiraError } from '#schemas/errors.ts';
import { loadTemplates, type Template } from '#server/templates/load.ts';
import { authorize } from './authorize.ts';
import { readDocument } from './documents.ts';
import type { TemplateService } from './types.ts';

export function templateService(dir?: string): TemplateService {
  let loaded: Promise<readonly Template[]> | undefined;
  const templates = () => (loaded ??= loadTemplates(dir));
  return {
    async list(actor) {
      authorize(actor, 'read', { kind: 'template' });
      return (await templates()).map(({ id, title, summary, text }) => {
        return { id, title, summary, parameters: readDocument(text).parameters };
      });
    },
    async get(actor, id) {
      authorize(actor, 'read', { kind: 'template', id });
      const all = await templates();
      const template = all.find((each) => each.id === id);
      if (!template) {
        const known = all.map((each) => each.id).join(', ');
        throw new EsteiraError('template-unknown', { template: id.slice(0, 100), known });
      }
      return readDocument(template.text);
    },
  };
}
