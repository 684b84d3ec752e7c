import { chooseBackend, type Choice } from '../backends.ts';

/** Every backend of this machine; the native one only where somebody installed it. */
export const choices: readonly Choice[] = [
  chooseBackend('native'),
  chooseBackend('wasm'),
  chooseBackend('cpu'),
].filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index);
