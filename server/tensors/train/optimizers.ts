/**
 * First-order optimisers over flat Float32 arrays, updating in place. One loop here replaces about a hundred
 * kernel calls of the composed form, and its memory (moments) never crosses into the backend.
 *
 * Constants and form follow TensorFlow.js 4.22 (epsilon 1e-7 outside the root for Adam, inside for RMSprop),
 * so that equal gradients give equal steps.
 */
export type OptimizerName = 'adam' | 'sgd' | 'rmsprop';

export type Optimizer = (parameters: Float32Array, gradient: Float32Array) => void;

export function createOptimizer(
  name: OptimizerName,
  learningRate: number,
  size: number,
): Optimizer {
  if (name === 'adam') return adam(learningRate, size);
  if (name === 'rmsprop') return rmsprop(learningRate, size);
  return sgd(learningRate);
}

const EPSILON = 1e-7;

function sgd(learningRate: number): Optimizer {
  return (parameters, gradient) => {
    for (let i = 0; i < parameters.length; i++) parameters[i]! -= learningRate * gradient[i]!;
  };
}

/** Kingma & Ba 2015, algorithm 1, with the bias corrections folded into one divisor each. */
function adam(learningRate: number, size: number): Optimizer {
  const [beta1, beta2] = [0.9, 0.999];
  const first = new Float32Array(size);
  const second = new Float32Array(size);
  let [power1, power2] = [1, 1];
  return (parameters, gradient) => {
    power1 *= beta1;
    power2 *= beta2;
    const rate = learningRate / (1 - power1);
    const correction = 1 / (1 - power2);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i]!;
      const m = beta1 * first[i]! + (1 - beta1) * g;
      const v = beta2 * second[i]! + (1 - beta2) * g * g;
      first[i] = m;
      second[i] = v;
      parameters[i]! -= (rate * m) / (Math.sqrt(v * correction) + EPSILON);
    }
  };
}

/** Tieleman & Hinton 2012: the step divided by a running root mean square of the gradient. */
function rmsprop(learningRate: number, size: number): Optimizer {
  const decay = 0.9;
  const square = new Float32Array(size);
  return (parameters, gradient) => {
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i]!;
      const s = decay * square[i]! + (1 - decay) * g * g;
      square[i] = s;
      parameters[i]! -= (learningRate * g) / Math.sqrt(s + EPSILON);
    }
  };
}
