import { constant, described, flag, hash, list, object, published, record, text } from './build.ts';
import { AnyDocument, Fresh, ParameterValues, Seed, Targets } from './pipelines.ts';

const lastRun = described(
  'A run: what a node gave in it that acts on the outside world, it is supposed to give again.',
  text,
);
const graph = { document: AnyDocument, params: ParameterValues, seed: Seed } as const;

export const ForecastRequest = {
  description:
    'A document, a saved pipeline by its id, or both: the document as it stands, with the pipeline whose steps ran before.',
  ...object({ ...graph, pipeline: text, targets: Targets, fresh: Fresh, run: lastRun }, [
    ...Object.keys(graph),
    'pipeline',
    'targets',
    'fresh',
    'run',
  ]),
  minProperties: 1,
};

const Awaited = object(
  {
    step: described('Id of a step that acts on the outside world, or asks a person.', text),
    answer: described('Where it asks: the output by which it has to go on.', text),
  },
  ['answer'],
);

export const StepForecast = object(
  {
    cached: described('Its result is kept and would be used.', flag),
    reason: published('run-event', 'Reason'),
    skipped: described('It would be left out.', constant(true)),
    open: described(
      'It runs, unless what comes in turns out to be something for which a result is kept.',
      constant(true),
    ),
    after: described(
      'What comes first, in each run anew; all else is told for the case that it gives what it gave, or is answered so.',
      list(Awaited),
    ),
  },
  ['skipped', 'open', 'after'],
);

export const Forecast = object({
  steps: described(
    'By step id; absent where the run was not asked for the node, or something keeps it from running.',
    record(StepForecast),
  ),
  lostPins: described('Steps of pinned nodes whose result is not kept here.', list(text)),
});

export const PinRequest = object(
  {
    ...graph,
    node: described('A step: in a subflow, the id of its node, ‘/’, and the id there.', text),
    run: described('What this run did to the world, and was answered, counts as done.', text),
  },
  ['params', 'seed', 'run'],
);
export const PinAnswer = object({
  key: described('What the node’s `pinned` says from now on.', hash),
});
