/** A pipeline that comes with its data in one archive. */
import path from 'node:path';
import type { Pipeline } from '#schemas/types.ts';
import { openHome } from '../home/open.ts';
import type { Terminal } from '../terminal.ts';

export const isBundle = (name: string): boolean => /\.zip$/i.test(name);

/** Keeps its data sets in the home, and gives its document. */
export async function readBundle(name: string, terminal: Terminal): Promise<Pipeline> {
  const home = await openHome(terminal);
  try {
    return await home.openBundle(path.resolve(terminal.folder, name));
  } finally {
    await home.close();
  }
}
