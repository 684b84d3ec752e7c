/** The wires of the graph's picture as SVG paths, from the right edge of a card to the left edge of another. */
import type { Edge } from '#schemas/types.ts';
import { CARD, SIDE, type Layout, type Place } from './bands.ts';

/** So far apart run wires that go the same way between two bands, and so many of them have a track of their own. */
const TRACK = 5;
const TRACKS = 8;

export function wirePaths(edges: readonly Edge[], layout: Layout): readonly string[] {
  const tracks = new Map<string, number>();
  const taken = new Map<number, number>();
  // What leaves one port goes the same way, however many it feeds.
  const trackOf = (gap: number, { node, port }: Edge['from']): number => {
    const key = `${gap} ${node}.${port}`;
    const known = tracks.get(key);
    if (known !== undefined) return known;
    const track = (taken.get(gap) ?? 0) % TRACKS;
    taken.set(gap, track + 1);
    tracks.set(key, track);
    return track;
  };
  return edges.flatMap(({ from, to }) => {
    const [start, end] = [layout.places.get(from.node), layout.places.get(to.node)];
    if (start === undefined || end === undefined) return [];
    if (start.band === end.band) return [within(start, end)];
    const gap = Math.min(start.band, end.band);
    return [between(start, end, layout, trackOf(gap, from))];
  });
}

function within(start: Place, end: Place): string {
  const [x1, y1, x2, y2] = ends(start, end);
  // Back to the beginning of another line: between both, as on the canvas.
  if (x2 < x1) return `M${x1} ${y1}h14V${round((y1 + y2) / 2)}H${x2 - 14}V${y2}h14`;
  const pull = Math.max(16, (x2 - x1) / 2);
  return `M${x1} ${y1}C${round(x1 + pull)} ${y1} ${round(x2 - pull)} ${y2} ${x2} ${y2}`;
}

/** Out at the right side, back under the band, and in at the left side. */
function between(start: Place, end: Place, layout: Layout, track: number): string {
  const [x1, y1, x2, y2] = ends(start, end);
  const below = round(layout.ends[Math.min(start.band, end.band)]! + 10 + track * TRACK);
  const right = round(layout.width - SIDE + 4 + track * 3);
  const left = round(SIDE - 4 - track * 3);
  return `M${x1} ${y1}H${right}V${below}H${left}V${y2}H${x2}`;
}

function ends(start: Place, end: Place): [number, number, number, number] {
  const middle = CARD.height / 2;
  return [
    round(start.x + CARD.width),
    round(start.y + middle),
    round(end.x),
    round(end.y + middle),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
