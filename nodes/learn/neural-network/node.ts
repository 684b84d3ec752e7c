import { Type } from 'typebox';
import { predictor } from '#nodes/lib/estimators/dense.ts';
import { defineLearner } from '#nodes/sdk/learning/defineLearner.ts';
import { choice, flag, integer, list, number, params } from '#nodes/sdk/params.ts';
import { trainNetwork } from './trainNetwork.ts';

export const node = defineLearner({
  type: 'neural-network',
  version: 1,
  title: 'Neural network',
  summary:
    'Learns curved and combined effects of the columns, in layers; needs more rows than simpler models.',
  synonyms: ['deep learning', 'MLP', 'dense', 'perceptron', 'tensorflow'],
  random: true,
  tensors: true,
  params: params({
    layers: list(
      Type.Object(
        { units: integer({ title: 'Units', min: 1, max: 4096, default: 32 }) },
        { additionalProperties: false },
      ),
      {
        title: 'Hidden layers',
        description:
          'From the columns to the answer. More and wider layers learn finer detail, and overfit sooner.',
        default: [{ units: 32 }, { units: 16 }],
        maxItems: 20,
      },
    ),
    activation: choice(
      { relu: 'ReLU', tanh: 'tanh', sigmoid: 'Sigmoid', elu: 'ELU' },
      { title: 'Activation', default: 'relu' },
    ),
    epochs: integer({
      title: 'Epochs',
      description: 'How many times the training goes through all its rows.',
      min: 1,
      max: 10_000,
      default: 50,
    }),
    batchSize: integer({ title: 'Rows per step', min: 1, max: 65_536, default: 32 }),
    learningRate: number({ title: 'Learning rate', above: 0, max: 10, default: 0.005 }),
    optimizer: choice(
      { adam: 'Adam', rmsprop: 'RMSProp', sgd: 'SGD' },
      { title: 'Optimizer', default: 'adam' },
    ),
    dropout: number({
      title: 'Dropout',
      description: 'Share of units left out at random in each step; works against overfitting.',
      min: 0,
      max: 0.9,
      default: 0,
    }),
    l2: number({ title: 'Penalty on large weights (L2)', min: 0, max: 10, default: 0.0001 }),
    patience: integer({
      title: 'Stop after so many epochs without gain',
      description:
        'Watches the validation rows (a tenth of the training rows where the table has none) and keeps the best weights. 0 never stops early.',
      min: 0,
      max: 10_000,
      default: 10,
    }),
    balanced: flag({ title: 'Each class counts the same', default: false }),
  }),
  line: '{layers, plural, =0 {no hidden layer} one {# hidden layer} other {# hidden layers}}, {epochs, plural, one {# epoch} other {# epochs}}',
  learner: {
    tasks: ['classification', 'regression'],
    wantsScaled: true,
    fit: trainNetwork,
    predictor,
  },
});
