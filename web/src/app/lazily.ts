import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { patiently } from './patiently.ts';

/** React's `lazy`, which would break for good where the server is away when the part is first needed. */
// oxlint-disable-next-line typescript/no-explicit-any -- as React's own: the props are those of what is loaded.
export function lazily<T extends ComponentType<any>>(
  load: () => Promise<{ readonly default: T }>,
  options: Parameters<typeof patiently>[1] = {},
): LazyExoticComponent<T> {
  return lazy(() => patiently(load, options));
}
