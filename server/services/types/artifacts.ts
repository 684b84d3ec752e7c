import type { Readable } from 'node:stream';
import type { Actor } from '../types.ts';

export interface ArtifactContent {
  readonly stream: Readable;
  readonly bytes: number;
  /** Found out from the first bytes; application/octet-stream where they tell nothing. */
  readonly contentType: string;
}

/** Bytes by their hash: saved tables, model records. */
export interface ArtifactService {
  /** Throws `artifact-unknown`. */
  read(actor: Actor, hash: string): Promise<ArtifactContent>;
}
