import { EsteiraError } from '#schemas/errors.ts';
import type { Pacer } from '#nodes/lib/optimise/pacer.ts';
import type { EpochProgress, PartialEpoch } from '#nodes/sdk/context.ts';
import { earlyStopping } from './earlyStopping.ts';
import { orderEpoch } from './epochOrder.ts';
import type { TrainStep } from './trainStep.ts';

export interface LoopOptions {
  readonly rows: number;
  readonly validationRows: number;
  readonly epochs: number;
  readonly batchSize: number;
  /** Epochs without a lower loss (validation's where there is one) before stopping; 0 never stops. */
  readonly patience: number;
  readonly seed: number;
  readonly learningRate: number;
  /** Gives way and sees the cancel. */
  readonly pacer: Pacer;
  readonly onEpoch?: (progress: EpochProgress) => void;
  readonly onPart?: (progress: PartialEpoch) => void;
}

export interface LoopResult {
  readonly history: readonly EpochProgress[];
  /** The epoch, from 1, whose parameters `step` holds now. */
  readonly keptEpoch: number;
}

/** How often a long epoch tells where it stands. */
const REPORT_MS = 250;

/**
 * Trains `step` epoch by epoch. Rejects with the pacer's signal's reason within some 50 ms of an abort, and with
 * `training-diverged` as soon as a loss or parameter stops being finite.
 */
export async function trainingLoop(step: TrainStep, options: LoopOptions): Promise<LoopResult> {
  const { epochs, validationRows, patience, pacer } = options;
  const stopping = earlyStopping(patience);
  const order = new Int32Array(options.rows);
  const history: EpochProgress[] = [];
  for (let epoch = 1; epoch <= epochs; epoch++) {
    await orderEpoch(order, options.seed, epoch, pacer);
    const loss = await trainEpoch(step, order, epoch, options);
    const validationLoss = validationRows > 0 ? await validate(step, options) : undefined;
    refuseDiverged(step.isFinite() && Number.isFinite(validationLoss ?? 0), epoch, options);
    const progress = {
      epoch,
      epochs,
      loss,
      ...(validationLoss === undefined ? {} : { validationLoss }),
    };
    history.push(progress);
    options.onEpoch?.(progress);
    if (stopping.observe(epoch, validationLoss ?? loss, () => step.snapshot())) break;
  }
  const best = stopping.best();
  if (best) step.restore(best.parameters);
  return { history, keptEpoch: best?.epoch ?? history.length };
}

/** Mean weighted loss of the epoch's rows, each at the moment it was learned from. */
async function trainEpoch(
  step: TrainStep,
  order: Int32Array,
  epoch: number,
  options: LoopOptions,
): Promise<number> {
  const { epochs, batchSize, rows, pacer } = options;
  let sum = 0;
  let reported = performance.now();
  for (let start = 0; start < rows; start += batchSize) {
    const end = Math.min(start + batchSize, rows);
    for (let from = start; from < end; from += step.sliceRows) {
      const to = Math.min(from + step.sliceRows, end);
      sum += step.accumulate(order.subarray(from, to), end - start);
      refuseDiverged(Number.isFinite(sum), epoch, options);
      const turn = pacer();
      if (!turn) continue;
      await turn;
      if (options.onPart && performance.now() - reported >= REPORT_MS) {
        reported = performance.now();
        options.onPart({ epoch, epochs, row: to, rows, loss: sum / to });
      }
    }
    step.update();
  }
  return sum / rows;
}

async function validate(step: TrainStep, { validationRows, pacer }: LoopOptions): Promise<number> {
  let sum = 0;
  for (let from = 0; from < validationRows; from += step.evaluateRows) {
    sum += step.evaluate(from, Math.min(from + step.evaluateRows, validationRows));
    const turn = pacer();
    if (turn) await turn;
  }
  return sum / validationRows;
}

function refuseDiverged(finite: boolean, epoch: number, { learningRate }: LoopOptions): void {
  if (!finite) throw new EsteiraError('training-diverged', { epoch, learningRate });
}
