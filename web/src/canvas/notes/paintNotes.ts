/** Notes in the picture of a graph that is far away: their frames and, where there is room, how they begin. */
import type { Note } from '#schemas/types.ts';
import type { State } from '../../store/state.ts';
import './paintNotes.css';

/** On the screen. */
const TEXT = 12;

export function paintNotes(
  context: CanvasRenderingContext2D,
  { document: { notesById }, view }: Pick<State, 'document' | 'view'>,
  zoom: number,
): void {
  if (notesById.size === 0) return;
  const style = getComputedStyle(context.canvas);
  const colour = (name: string): string => style.getPropertyValue(`--painted-${name}`);
  context.font = `600 ${TEXT / zoom}px ${style.fontFamily}`;
  context.textBaseline = 'top';
  for (const note of notesById.values()) {
    const { x, y } = note.position;
    context.fillStyle = colour(`note-${note.color ?? 'yellow'}`);
    context.strokeStyle = colour(view.selectedNotes.has(note.id) ? 'accent' : 'line');
    context.lineWidth = 1 / zoom;
    context.beginPath();
    context.roundRect(x, y, note.width, note.height, 8);
    context.fill();
    context.stroke();
    paintWords(context, note, zoom, colour('ink'));
  }
}

function paintWords(
  context: CanvasRenderingContext2D,
  { text, position: { x, y }, width, height }: Note,
  zoom: number,
  ink: string,
): void {
  // Of a note that has room for words only: this is for every frame of a pan.
  if (height * zoom < TEXT + 8 || width * zoom < 4 * TEXT) return;
  const line = firstWords(text);
  if (line === '') return;
  const room = 4 / zoom;
  context.save();
  context.clip();
  context.fillStyle = ink;
  context.fillText(line, x + room, y + room);
  context.restore();
}

/** The first line with something on it, without the signs of Markdown. */
export function firstWords(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  return line.replace(/^[\s#>*-]+/, '').replaceAll(/[*_`]/g, '');
}
