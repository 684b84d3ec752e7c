/** A model carries a row with its answer: one that answers otherwise was damaged, or is read by other code. */
import { EsteiraError } from '#schemas/errors.ts';
import type { OpenModel } from '#nodes/sdk/learning/answer.ts';
import type { ModelRecord } from '#nodes/sdk/learning/model.ts';
import { rowReader } from './rowReader.ts';

/** Relative: the last bits of a sum may differ between processors. */
const TOLERANCE = 1e-6;

/** Throws `model-answer-differs`. */
export function checkExample({ example }: ModelRecord, model: OpenModel): void {
  if (!example) return;
  const { outputs } = model.answer(rowReader(example.input));
  const expected = example.output;
  const alike =
    outputs.length === expected.length &&
    outputs.every((value, at) => isClose(value, expected[at]!));
  if (alike) return;
  throw new EsteiraError('model-answer-differs', {});
}

const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
