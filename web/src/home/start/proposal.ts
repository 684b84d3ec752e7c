/** The pipeline that will be made for a file and a column, before it is saved. */
import type { Locale, Pipeline } from '#schemas/types.ts';
import {
  getTemplate,
  listTemplates,
  startRun,
  suggestPipeline,
  type Suggestion,
  type SuggestRequest,
  type TemplateSummary,
} from '../../api.ts';
import { createNamed } from './createNamed.ts';

export type Wish = SuggestRequest & {
  /** In place of a suggestion: a template, with the file and the target filled in. */
  readonly template?: string | undefined;
  /** Of the names that are written into the document. */
  readonly locale: Locale;
};

export type Proposal = Pick<Suggestion, 'document' | 'notLearned'>;

/** Throws ApiError. */
export async function propose(
  { template, locale, ...wish }: Wish,
  signal?: AbortSignal,
): Promise<Proposal> {
  if (template === undefined) return suggestPipeline(wish, signal);
  const [document, all] = await Promise.all([getTemplate(template, signal), listTemplates(signal)]);
  const words = all.find(({ id }) => id === template);
  return { document: filledTemplate(inWords(document, words, locale), wish), notLearned: [] };
}

/** Resolves to the ids of the saved pipeline and of its run. Throws ApiError. */
export async function makeAndRun(
  document: Pipeline,
): Promise<{ readonly pipeline: string; readonly run: string }> {
  const { id } = await createNamed(document);
  const run = await startRun({ pipeline: id });
  return { pipeline: id, run: run.id };
}

/** The template as the reader speaks: what it is called and does is read again in every report of its runs. */
export function inWords(
  template: Pipeline,
  words: Pick<TemplateSummary, 'title' | 'summary'> | undefined,
  locale: Locale,
): Pipeline {
  if (words === undefined) return template;
  return { ...template, name: words.title[locale], description: words.summary[locale] };
}

/** The template with the file and the column as the values of its parameters. */
export function filledTemplate(
  template: Pipeline,
  { dataset, target }: Pick<SuggestRequest, 'dataset' | 'target'>,
): Pipeline {
  const values: Readonly<Record<string, unknown>> = { dataset, column: target };
  return {
    ...template,
    name: `${template.name} · ${target}`.slice(0, 200),
    parameters: template.parameters.map((parameter) => {
      const value = values[parameter.type];
      return value === undefined ? parameter : { ...parameter, default: value };
    }),
  };
}
