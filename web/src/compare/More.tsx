import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';

/** More than this of one sort is counted. */
export const MOST = 50;

export function More({ of }: { readonly of: readonly unknown[] }): ReactNode {
  const say = useText();
  if (of.length <= MOST) return null;
  return <li className="quiet">{say('compare.more', { count: of.length - MOST })}</li>;
}
