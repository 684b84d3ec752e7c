/** A model that answers one raw row: no DuckDB, no TensorFlow, a compiled plan and typed arrays. */
import type { Column, JsonObject } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Predictor } from '#nodes/lib/estimators/types.ts';
import { toFloat32 } from '#nodes/lib/matrix.ts';
import type { ArtifactsPort, CompileRow } from '../context.ts';
import type { NodeDefinition } from '../node.ts';
import type { Learner } from './learner.ts';
import type { ModelRecord } from './model.ts';
import { decodeArrays } from './safetensors.ts';

export interface Answered {
  /** Class or number; null where a feature is missing after the model's own preparation and the model needs it. */
  readonly prediction: string | number | null;
  /** Probabilities in the order of the classes, or the one number; empty without a prediction. */
  readonly outputs: readonly number[];
  /** Features that it would have needed. */
  readonly missing: readonly string[];
}

export interface OpenModel {
  readonly inputs: readonly Column[];
  readonly classes: readonly string[] | null;
  answer(get: (name: string) => unknown): Answered;
}

type Answerable = Pick<ModelRecord, 'signature' | 'classes' | 'plan' | 'features'>;

/** The class of highest probability; the first one wins a tie. */
export function argmax(values: ArrayLike<number>, start: number, count: number): number {
  let best = 0;
  for (let at = 1; at < count; at++) if (values[start + at]! > values[start + best]!) best = at;
  return best;
}

export function openModel(
  record: Answerable,
  predictor: Predictor,
  compileRow: CompileRow,
): OpenModel {
  const { classes, features } = record;
  const compiled = compileRow(record.plan);
  const slots = features.map((name) => compiled.columns.findIndex((c) => c.name === name));
  // Float32, as the bulk path reads its matrix: row by row and in bulk must give the same bits.
  const x = new Float32Array(features.length);
  const out = new Float64Array(predictor.outputs);
  return {
    inputs: record.signature.inputs,
    classes,
    answer(get) {
      const cells = compiled.run(get);
      const missing: string[] = [];
      slots.forEach((slot, at) => {
        const cell = cells[slot];
        x[at] = cell === null || cell === undefined ? Number.NaN : toFloat32(Number(cell));
        if (Number.isNaN(x[at]) && !predictor.takesMissing) missing.push(features[at]!);
      });
      if (missing.length > 0) return { prediction: null, outputs: [], missing };
      predictor.predictRow(x, out);
      const prediction = classes ? classes[argmax(out, 0, out.length)]! : out[0]!;
      return { prediction, outputs: [...out], missing };
    },
  };
}

/** Reads a record and its estimator's state. Throws `model-type-unknown` where its learner is not installed. */
export async function loadModel(
  artifact: string,
  artifacts: Pick<ArtifactsPort, 'get'>,
  nodeType: (type: string) => NodeDefinition | undefined,
): Promise<{ record: ModelRecord; predictor: Predictor; learner: Learner }> {
  const record = JSON.parse(new TextDecoder().decode(await artifacts.get(artifact))) as ModelRecord;
  const { estimator } = record;
  const definition = nodeType(estimator.type);
  if (!definition || !('learner' in definition) || !definition.learner) {
    throw new EsteiraError('model-type-unknown', { type: estimator.type });
  }
  const arrays = decodeArrays(await artifacts.get(estimator.arrays));
  const state = { kind: estimator.kind, json: estimator.json as JsonObject, arrays };
  const { learner } = definition;
  return { record, predictor: learner.predictor(state), learner };
}
