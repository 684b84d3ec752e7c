/** Whether this browser may show notifications, and whether somebody wants one at the end of a run. */
import { create } from 'zustand';

export type Notifying = {
  /** Undefined where the browser has none to give, or not to a page that came over an unsafe line. */
  readonly permission: NotificationPermission | undefined;
  readonly isWanted: boolean;
};

const WANTED = 'esteira.notify';

function permissionNow(): Notifying['permission'] {
  const isAble = globalThis.isSecureContext && 'Notification' in globalThis;
  return isAble ? Notification.permission : undefined;
}

/** Storage may be forbidden: then the choice lasts as long as the page. */
function keptChoice(): boolean | undefined {
  try {
    return localStorage.getItem(WANTED) === 'yes';
  } catch {
    return undefined;
  }
}

export const useNotifying = create<Notifying>()(() => ({
  permission: permissionNow(),
  isWanted: keptChoice() ?? false,
}));

function setWanted(isWanted: boolean): void {
  useNotifying.setState({ isWanted });
  try {
    if (isWanted) localStorage.setItem(WANTED, 'yes');
    else localStorage.removeItem(WANTED);
  } catch {
    // It counts until the page goes.
  }
}

/** Whether a notification would be shown now. */
export const isNotifying = ({ permission, isWanted }: Notifying): boolean =>
  isWanted && permission === 'granted';

/**
 * Turns it on or off. On a click alone the browser is asked, and only where nobody has answered it yet. Returns whether
 * the browser refuses.
 */
export async function switchNotifying(): Promise<'refused' | 'answered'> {
  lookAgain();
  if (isNotifying(useNotifying.getState())) {
    setWanted(false);
    return 'answered';
  }
  if (permissionNow() === 'default') await Notification.requestPermission();
  lookAgain();
  const { permission } = useNotifying.getState();
  if (permission === 'granted') setWanted(true);
  return permission === 'denied' ? 'refused' : 'answered';
}

function lookAgain(): void {
  const { permission, isWanted } = useNotifying.getState();
  const now = { permission: permissionNow(), isWanted: keptChoice() ?? isWanted };
  if (now.permission !== permission || now.isWanted !== isWanted) useNotifying.setState(now);
}

/** The permission is changed in the browser's own settings, the choice in another window too. */
export function watchNotifying(): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  addEventListener('focus', lookAgain, { signal });
  addEventListener('storage', lookAgain, { signal });
  document.addEventListener('visibilitychange', lookAgain, { signal });
  return () => leaving.abort();
}

type Shown = { readonly title: string; readonly body: string; readonly tag: string };

/** The click brings the window to the front. Where none can be shown, nothing happens. */
export function notify({ title, ...options }: Shown, onClick: () => void): void {
  try {
    const shown = new Notification(title, options);
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      onClick();
    });
  } catch {
    // Some phones have the name but only let workers show one; the title has said it.
  }
}
