/** Saves a pipeline that predicts a column, and starts it. */
import type { Locale, Pipeline } from '#schemas/types.ts';
import {
  createPipeline,
  getTemplate,
  listTemplates,
  startRun,
  suggestPipeline,
  type SuggestRequest,
} from '../../api.ts';

export type Wish = SuggestRequest & {
  /** In place of a suggestion: a template, with the file and the target filled in. */
  readonly template?: string | undefined;
  /** Of the name that a template's pipeline gets. */
  readonly locale: Locale;
};

/** Resolves to the ids of the pipeline and of its run. Throws ApiError. */
export async function makeAndRun({
  template,
  locale,
  ...wish
}: Wish): Promise<{ readonly pipeline: string; readonly run: string }> {
  const document =
    template === undefined
      ? (await suggestPipeline(wish)).document
      : filledTemplate(await namedTemplate(template, locale), wish);
  const { id } = await createPipeline(document);
  const run = await startRun({ pipeline: id });
  return { pipeline: id, run: run.id };
}

async function namedTemplate(id: string, locale: Locale): Promise<Pipeline> {
  const [document, all] = await Promise.all([getTemplate(id), listTemplates()]);
  const title = all.find((template) => template.id === id)?.title[locale];
  return title === undefined ? document : { ...document, name: title };
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
