import { useEffect, useState } from 'react';

/**
 * Gives the keys back to what had them once what takes them goes away: for whatever is mounted only while it is open.
 * What was chosen from a menu was asked for by the menu's button. `rather` comes first, where it finds something.
 */
export function useFocusBack(rather?: () => HTMLElement | null): void {
  const [opener] = useState(openerNow);
  useEffect(
    () => () => {
      // By then the rest that goes away is gone, and what knows better has taken the keys.
      requestAnimationFrame(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        (rather?.() ?? opener)?.focus({ preventScroll: true });
      });
    },
    [opener, rather],
  );
}

function openerNow(): HTMLElement | null {
  const now = document.activeElement;
  const menu = now?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = typeof menu === 'string' ? document.getElementById(menu) : now;
  return opener instanceof HTMLElement ? opener : null;
}
