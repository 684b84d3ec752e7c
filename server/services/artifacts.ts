/** Stored bytes for whoever wants to look at them or take them away. */
import { open } from 'node:fs/promises';
import { authorize } from './authorize.ts';
import type { Core } from './core.ts';
import type { ArtifactService } from './types.ts';

export function artifactService({ store: { artifacts } }: Core): ArtifactService {
  return {
    async read(actor, hash) {
      authorize(actor, 'read', { kind: 'artifact', id: hash });
      const bytes = await artifacts.size(hash);
      const contentType = typeOf(await firstBytes(artifacts.path(hash)));
      return { stream: artifacts.read(hash), bytes, contentType };
    },
  };
}

const HEAD = 512;

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What is stored here was written by Esteira or uploaded; nothing is ever called a page or a script. */
function typeOf(head: Buffer): string {
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return 'application/vnd.apache.parquet';
  if (head.includes(0)) return 'application/octet-stream';
  return /^\s*[[{]/.test(head.toString('latin1')) ? 'application/json' : 'text/csv; charset=utf-8';
}
