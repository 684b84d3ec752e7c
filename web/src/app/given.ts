/** The values that a run was given for parameters of the pipeline, as people read them. */
import { isDatasetRef } from '#schemas/datasetRefs.ts';
import { isParamRef } from '#schemas/parameters.ts';
import type { NodeType, Parameter, PipelineNode } from '#schemas/types.ts';
import { valueText, type ValueWords } from '../compare/valueText.ts';
import { fieldsOf } from '../form/model/fields.ts';
import type { Field } from '../form/model/types.ts';

export type GivenWorld = ValueWords & {
  readonly parameters: readonly Parameter[];
  readonly nodes: readonly PipelineNode[];
  readonly types: ReadonlyMap<string, NodeType>;
};

export type GivenValue = { readonly name: string; readonly value: string };

/** In the order of the pipeline's parameters; those that it has no more come last, by their names. */
export function givenValues(
  given: Readonly<Record<string, unknown>>,
  world: GivenWorld,
): readonly GivenValue[] {
  const names = Object.keys(given);
  if (names.length === 0) return [];
  const known = world.parameters.filter(({ name }) => Object.hasOwn(given, name));
  const gone = names.filter((name) => !known.some((each) => each.name === name));
  return [...known.map(({ name }) => name), ...gone].map((name) => {
    const parameter = known.find((each) => each.name === name);
    const place = placeFor(name, world.nodes);
    const type = place && world.types.get(place.node.type);
    const field = type && fieldsOf(type, world.locale).find((each) => each.name === place.param);
    const value = given[name];
    // Its hash stands in the list of data sets.
    const text = isDatasetRef(value) ? value.dataset : valueText(value, field, world);
    return { name: titleOf(name, parameter), value: text };
  });
}

/** More of them are counted. */
const MOST = 2;

/** "Depth = 5, Target = y and 1 more"; empty where nothing was given. */
export function givenText(values: readonly GivenValue[], { say }: Pick<ValueWords, 'say'>): string {
  const written = values.map((each) => say('run.given.value', { ...each }));
  const more = written.length - MOST;
  return more > 0
    ? say('run.given.more', { values: written.slice(0, MOST).join(', '), count: more })
    : written.join(', ');
}

export function titleOf(name: string, parameter: Parameter | undefined): string {
  const { label = '' } = parameter ?? {};
  return label === '' ? name : label;
}

export type ParameterPlace = { readonly node: PipelineNode; readonly param: Field['name'] };

/** The first setting that takes its whole value from a parameter. */
export function placeFor(name: string, nodes: readonly PipelineNode[]): ParameterPlace | undefined {
  for (const node of nodes) {
    for (const [param, value] of Object.entries(node.params)) {
      if (isParamRef(value) && value.$param === name) return { node, param };
    }
  }
  return undefined;
}
