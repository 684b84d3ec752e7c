/** Tables that are let go over the canvas become nodes that read them; a pipeline's file is brought in beside it. */
import { ApiError, uploadDataset, type DatasetRecord } from '../api.ts';
import { setPanels } from '../app/setPanels.ts';
import { isPipelineFile } from '../home/parts/tableFiles.ts';
import { addNode, type Point } from '../store/commands/nodes.ts';
import { editor } from '../store/theEditor.ts';
import { boxes } from './actions.ts';
import { setCanvas } from './canvasState.ts';
import { CARD, freePlace } from './geometry.ts';
import { newNode } from './newNode.ts';

const READER = 'csv-file';
const tables = /\.(csv|tsv|tab|txt)$/i;

/** Its text is read, so a table is whatever is called like one; a system that knows the type may name it otherwise. */
export const isTable = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  tables.test(name) || type === 'text/csv' || type === 'text/tab-separated-values';

/** Sends the files one after the other; each stands on the canvas as soon as the server has it. */
export async function dropTables(
  files: readonly File[],
  place: Point,
  signal: AbortSignal,
): Promise<void> {
  const pipeline = files.find(isPipelineFile);
  if (pipeline !== undefined) {
    setCanvas({ importing: pipeline });
    return;
  }
  const others = files.filter((file) => !isTable(file));
  if (others.length > 0) {
    setCanvas({ upload: { file: others[0]!.name, share: 0, problem: 'not-a-table' } });
    return;
  }
  for (const file of files) {
    const { name } = file;
    const progress = (share: number): void => setCanvas({ upload: { file: name, share } });
    progress(0);
    try {
      placeTable(await uploadDataset(file, { name, signal, progress }), place);
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof ApiError)) throw error;
      setCanvas({ upload: { file: name, share: 0, problem: error } });
      return;
    }
  }
  setCanvas({ upload: undefined });
}

/** One step to undo. It is selected, so its first rows show below. */
function placeTable({ name, hash }: Pick<DatasetRecord, 'name' | 'hash'>, place: Point): void {
  const { document, catalogue } = editor.get();
  const type = catalogue.types.get(READER);
  if (type === undefined) return;
  const corner = { x: place.x - CARD.width / 2, y: place.y - CARD.height / 2 };
  const node = newNode(type, document, freePlace(corner, boxes()));
  editor.dispatch(addNode(document, { ...node, params: { file: { dataset: name, hash } } }));
  setPanels({ inspectorOpen: true });
}
