import { count, described, hash, list, object, published, text } from './build.ts';

const BundledDataset = object(
  {
    name: text,
    hash,
    bytes: count,
    state: {
      description:
        '`beside`: another file has the same name here, and both are kept. `known`: these bytes were here before.',
      enum: ['added', 'beside', 'known'],
    },
    knownAs: described('The name of these bytes here, where it is another.', text),
  },
  ['knownAs'],
);

export const OpenedBundle = object({
  document: published('pipeline'),
  datasets: list(BundledDataset),
});
