/** Gathers what arrives between two frames, so that two hundred events a second draw sixty times. */
export function perFrame<T>(take: (items: readonly T[]) => void): (item: T) => void {
  let waiting: T[] = [];
  const flush = (): void => {
    const items = waiting;
    waiting = [];
    take(items);
  };
  return (item) => {
    waiting.push(item);
    if (waiting.length > 1) return;
    // A page in the background gets no frames, yet should know how its run stands.
    if (typeof requestAnimationFrame === 'function' && document.visibilityState === 'visible') {
      requestAnimationFrame(flush);
    } else setTimeout(flush, 100);
  };
}
