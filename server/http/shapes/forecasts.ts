import { described, flag, hash, list, object, published, record, text } from './build.ts';
import { AnyDocument, Fresh, ParameterValues, Seed, Targets } from './pipelines.ts';

const graph = { document: AnyDocument, params: ParameterValues, seed: Seed } as const;

export const ForecastRequest = {
  description:
    'A document, a saved pipeline by its id, or both: the document as it stands, with the pipeline whose steps ran before.',
  ...object({ ...graph, pipeline: text, targets: Targets, fresh: Fresh }, [
    ...Object.keys(graph),
    'pipeline',
    'targets',
    'fresh',
  ]),
  minProperties: 1,
};

export const StepForecast = object({
  cached: described('Its result is kept and would be used.', flag),
  reason: published('run-event', 'Reason'),
});

export const Forecast = object({
  steps: described(
    'By node id; absent where the run would not take the node, or only the run can tell.',
    record(StepForecast),
  ),
  lostPins: described('Pinned nodes whose result is not kept here.', list(text)),
});

export const PinRequest = object({ ...graph, node: text }, ['params', 'seed']);
export const PinAnswer = object({
  key: described('What the node’s `pinned` says from now on.', hash),
});
