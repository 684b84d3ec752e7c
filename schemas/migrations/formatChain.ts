import type { JsonObject } from '../types.ts';

/** Brings a document one format up. Steps go up only, and are named by what they are for. */
export type DocumentStep = {
  readonly to: number;
  readonly name: string;
  readonly up: (document: JsonObject) => JsonObject;
};

export type DocumentChain = {
  readonly current: number;
  readonly steps: readonly DocumentStep[];
  /** The steps that a document of a format needs. */
  readonly from: (format: number) => readonly DocumentStep[];
};

/** Refuses, when the program loads, steps that leave a gap or do not end at the current format. */
export function documentChain(current: number, steps: readonly DocumentStep[]): DocumentChain {
  steps.forEach((step, index) => {
    if (step.to !== index + 2) {
      throw new Error(`The document step “${step.name}” leads to ${step.to}, not to ${index + 2}`);
    }
  });
  if (steps.length !== current - 1) {
    throw new Error(`The document steps lead to format ${steps.length + 1}, not to ${current}`);
  }
  return { current, steps, from: (format) => steps.slice(format - 1) };
}
