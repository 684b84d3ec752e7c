/** Six looks at a pipeline: what it is, where its parts come from, how one is set, what it gives, how it runs. */
import { driver, type Config, type DriveStep } from 'driver.js';
import 'driver.js/dist/driver.css';
import { setPanels } from '../app/setPanels.ts';
import { setCanvas } from '../canvas/canvasState.ts';
import type { MessageId } from '../i18n/messages.ts';
import type { Say } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';
import './tour.css';

/** What each look is at; a part that is not on the page is told of in the middle. */
const stops = [
  ['graph', '[data-tour="graph"]', 'over'],
  ['palette', '.palette', 'right'],
  ['form', '.editor-form', 'left'],
  ['data', '.editor-inspector', 'top'],
  ['run', '[data-tour="run"]', 'bottom'],
  ['more', '[data-tour="more"]', 'bottom'],
] as const;

export function showTour(say: Say): void {
  const { document: pipeline, view } = editor.get();
  setPanels({ paletteOpen: true, inspectorOpen: true });
  // On a narrow screen it would fold for the form, and there would be little to look at.
  setCanvas({ paletteUsed: true });
  // With a card selected there is something in the form and in the results to point at.
  const [first] = pipeline.nodesById.keys();
  if (view.selectedNodes.size !== 1 && first !== undefined) editor.select([first]);
  const tour = driver({ ...settings(say), steps: stops.map((stop) => stepOf(stop, say)) });
  // Once the panels that come with the selection have found their places.
  requestAnimationFrame(() => requestAnimationFrame(() => tour.drive()));
}

function stepOf([name, element, side]: (typeof stops)[number], say: Say): DriveStep {
  const title: MessageId = `tour.${name}.title`;
  const text: MessageId = `tour.${name}.text`;
  return {
    element,
    // The form comes with the selection, a moment later.
    waitForElement: 500,
    popover: {
      title: say(title),
      description: say(text),
      // Beside the middle of the canvas there is no room but over it.
      ...(side === 'over' ? { side: 'top', align: 'center' } : { side, align: 'start' }),
    },
  };
}

function settings(say: Say): Config {
  return {
    animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    duration: 200,
    smoothScroll: false,
    overlayOpacity: 0.45,
    stagePadding: 4,
    stageRadius: 8,
    disableActiveInteraction: true,
    popoverClass: 'tour',
    showProgress: true,
    progressText: say('tour.progress', { current: '{{current}}', total: '{{total}}' }),
    nextBtnText: say('tour.next'),
    prevBtnText: say('tour.previous'),
    doneBtnText: say('tour.done'),
    onPopoverRender: ({ closeButton }) => {
      closeButton.textContent = say('tour.skip');
      closeButton.removeAttribute('aria-label');
    },
    onDestroyed: () => setCanvas({ paletteUsed: false }),
    onHighlighted: () => {
      // What is looked at is no button that opens something, whatever is written on it.
      for (const element of document.querySelectorAll('.driver-active-element')) {
        for (const name of ['aria-expanded', 'aria-haspopup']) element.removeAttribute(name);
      }
      // Enter goes on; the first button would leave.
      document.querySelector<HTMLElement>('.tour .driver-popover-next-btn')?.focus();
    },
  };
}
