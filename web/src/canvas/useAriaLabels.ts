import { useMemo } from 'react';
import { useText } from '../i18n/useText.ts';

/** React Flow's own words for readers of screens, in the reader's language. */
export function useAriaLabels() {
  const say = useText();
  return useMemo(
    () => ({
      'node.a11yDescription.default': say('aria.node'),
      'node.a11yDescription.keyboardDisabled': say('aria.node'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        say('aria.moved', { x: Math.round(x), y: Math.round(y) }),
      'edge.a11yDescription.default': say('aria.edge'),
      'controls.ariaLabel': say('canvas.controls'),
      'minimap.ariaLabel': say('canvas.minimap'),
      'handle.ariaLabel': say('aria.port'),
    }),
    [say],
  );
}
