/** Pipelines made for a data set and what a person wants to predict. */
import { authorize } from './authorize.ts';
import { factsOf } from './suggest/facts.ts';
import { suggestPipeline } from './suggest/pipeline.ts';
import type { DatasetService, SuggestionService } from './types.ts';

export function suggestionService(datasets: DatasetService): SuggestionService {
  return {
    async pipeline(actor, { dataset, target, task, locale = 'en', signal }) {
      authorize(actor, 'read', { kind: 'dataset' });
      const { id, name, hash } = await datasets.resolve(actor, dataset);
      const options = { limit: 1, ...(signal ? { signal } : {}) };
      const facts = factsOf(await datasets.inspect(actor, id, options));
      return suggestPipeline(facts, { dataset: { dataset: name, hash }, target, task, locale });
    },
  };
}
