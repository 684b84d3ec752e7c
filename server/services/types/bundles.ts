import type { Readable } from 'node:stream';
import type { Pipeline } from '#schemas/types.ts';
import type { Actor } from '../types.ts';

/** A data set that came in a bundle. */
export interface BundledDataset {
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  /** `beside`: another file has the same name here; both are kept. `known`: these bytes were here before. */
  readonly state: 'added' | 'beside' | 'known';
  /** The name under which these bytes were here before, where it is another. */
  readonly knownAs?: string;
}

export interface OpenedBundle {
  /** Not saved yet. */
  readonly document: Pipeline;
  readonly datasets: readonly BundledDataset[];
}

/** A pipeline and its data sets in one file: server/services/bundles/README.md describes it. */
export interface BundleService {
  /** Data sets that are not here are named in the bundle's list and left out. */
  write(actor: Actor, pipeline: string): Promise<{ name: string; stream: Readable }>;
  /**
   * Keeps the data sets of a bundle and gives its document. Everything is verified first: what is damaged, too large
   * or leads elsewhere is refused with a `bundle-…` error, and nothing is kept.
   */
  open(actor: Actor, stream: Readable): Promise<OpenedBundle>;
  /** The same from a file of this machine, for the command line: `file-missing`, `file-is-folder`, … */
  openFile(actor: Actor, path: string): Promise<OpenedBundle>;
}
