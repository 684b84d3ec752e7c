/**
 * Finds the node folders: `nodes/<category>/<type>/node.ts`, each exporting `node`. A new folder is picked up from
 * here by the server, the command line, the tests and, through what the server publishes, the palette.
 */
import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { NodeDefinition } from '#nodes/sdk/node.ts';
import { checkNodeVersions } from '#schemas/migrations.ts';

export const NODES_DIR = fileURLToPath(new URL('../../nodes/', import.meta.url));

/** Rooms under nodes/ that hold no node. */
const NOT_CATEGORIES = new Set(['sdk', 'lib']);

export interface NodeFolder {
  readonly category: string;
  readonly type: string;
  readonly dir: string;
}

/** Folders in a stable order. Folders whose name starts with a dot are left out. */
export async function nodeFolders(root = NODES_DIR): Promise<NodeFolder[]> {
  const folders: NodeFolder[] = [];
  for (const category of await subfolders(root)) {
    if (NOT_CATEGORIES.has(category)) continue;
    for (const type of await subfolders(join(root, category))) {
      const dir = join(root, category, type);
      if (existsSync(join(dir, 'node.ts'))) folders.push({ category, type, dir });
    }
  }
  return folders;
}

async function subfolders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.filter((name) => !name.startsWith('.')).sort();
}

/**
 * Throws where a folder's node is not named like its folder or its category, a slip that would hide a node, and where
 * its migrations leave a gap, which would strand old documents.
 */
export async function loadNode(folder: NodeFolder): Promise<NodeDefinition> {
  const url = pathToFileURL(join(folder.dir, 'node.ts')).href;
  const { node } = (await import(url)) as { node?: NodeDefinition };
  if (node?.type !== folder.type || node.category !== folder.category) {
    const is = node ? `${node.category}/${node.type}` : 'missing';
    throw new Error(
      `${folder.dir}/node.ts must export node ${folder.category}/${folder.type}; it is ${is}.`,
    );
  }
  checkNodeVersions(node);
  return node;
}

export async function loadNodes(root = NODES_DIR): Promise<NodeDefinition[]> {
  return Promise.all((await nodeFolders(root)).map(loadNode));
}
