import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, writePipeline } from '#schemas/canonical.ts';
import { parsePipeline } from '#schemas/validate.ts';
import { pipelines } from './pipelines.ts';

/** The same document with the keys that the contract names the other way round. */
function shuffled<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).toReversed()) as T;
}

test('a written document reads as what it was, and is written again with the same bytes', () => {
  fc.assert(
    fc.property(pipelines, (pipeline) => {
      const text = writePipeline(pipeline);
      const read = parsePipeline(text);
      expect(read.errors).toBeUndefined();
      expect(canonicalJson(read.pipeline)).toBe(canonicalJson(pipeline));
      expect(writePipeline(read.pipeline ?? pipeline)).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test('the order in which fields were set does not show, the order of params stays', () => {
  fc.assert(
    fc.property(pipelines, (pipeline) => {
      const { nodes, edges } = pipeline;
      const other = { ...pipeline, nodes: nodes.map(shuffled), edges: edges.map(shuffled) };
      expect(writePipeline(shuffled(other))).toBe(writePipeline(pipeline));
    }),
    { numRuns: 100 },
  );
});
