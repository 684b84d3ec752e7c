/** The graph as one drawing: as it was arranged, in the colours of its categories, each step with its number and state. */
import { html, type Html } from '../html.ts';
import type { Graph, Step } from '../steps.ts';
import { bandsOf, CARD, PAGE, type Place } from './bands.ts';
import { linesOf } from './lines.ts';
import { wirePaths } from './wires.ts';

/** Beyond so many, cards are smaller: numbers stay, and the list of steps says the rest. */
const MOST_NAMES = 60;
/** Beyond so many, the picture is a map in one piece. */
const MOST_NUMBERS = 1000;
/** So wide that numbers can still be read. */
const WIDE = 5000;

/** `stateOf` says a step's state in words. */
export function graphPicture(
  { document, steps }: Graph,
  title: string,
  stateOf: (step: Step) => string,
): Html {
  const hasNames = steps.length <= MOST_NAMES;
  const isMap = steps.length > MOST_NUMBERS;
  const layout = bandsOf(document, hasNames ? PAGE : isMap ? Number.POSITIVE_INFINITY : WIDE);
  const cards = steps.map((step) => {
    const place = layout.places.get(step.id)!;
    return hasNames ? card(step, place, stateOf(step)) : plainCard(step, place);
  });
  return html`<svg
    class="${hasNames ? 'graph' : 'graph graph-large'}"
    role="img"
    aria-label="${title}"
    viewBox="0 -8 ${Math.ceil(layout.width)} ${Math.ceil(layout.height) + 16}"
  >
    <g class="wires">
      ${wirePaths(document.edges, layout).map((path) => html`<path d="${path}" />`)}
    </g>
    ${cards}
  </svg>`;
}

function card(step: Step, { x, y }: Place, state: string): Html {
  const lines = linesOf(step.name, 17, 2);
  const status = step.result?.status ?? 'none';
  const first = lines.length === 1 ? 24 : 20;
  return html`<g
    class="card category-${step.type?.category ?? 'none'}"
    transform="translate(${round(x)} ${round(y)})"
  >
    <rect class="box" width="${CARD.width}" height="${CARD.height}" rx="10" />
    <rect class="tile" x="10" y="16" width="40" height="40" rx="8" />
    <text class="number" x="30" y="42" text-anchor="middle">${step.number}</text>
    ${lines.map((line, at) => html`<text class="name" x="60" y="${first + at * 17}">${line}</text>`)}
    <circle class="mark state-${status}" cx="65" cy="${lines.length === 1 ? 46 : 54}" r="5" />
    <text class="state" x="75" y="${lines.length === 1 ? 50 : 58}">${linesOf(state, 22, 1)}</text>
  </g>`;
}

function plainCard({ number, type, result }: Step, { x, y }: Place): Html {
  return html`<g
    class="card category-${type?.category ?? 'none'}"
    transform="translate(${round(x)} ${round(y)})"
  >
    <rect class="tile" width="${CARD.width}" height="${CARD.height}" rx="10" />
    <text class="large" x="${CARD.width / 2}" y="50" text-anchor="middle">${number}</text>
    <circle class="mark state-${result?.status ?? 'none'}" cx="196" cy="20" r="10" />
  </g>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
