/** Long work's way of letting others in: messages, timers and above all a cancel. */
export type Pacer = {
  /**
   * Nothing while the turn is young; a promise to wait for once it has lasted `everyMs`. Use:
   * `const turn = pacer(); if (turn) await turn;` The promise rejects with the signal's reason after an abort.
   */
  (): Promise<void> | undefined;
};

/** Throws the signal's reason at once if it is already aborted. Results never depend on the clock read here. */
export function createPacer(signal?: AbortSignal, everyMs = 30): Pacer {
  signal?.throwIfAborted();
  let turnBegan = performance.now();
  return () => {
    if (performance.now() - turnBegan < everyMs) return undefined;
    return (async () => {
      await nextTurn();
      signal?.throwIfAborted();
      turnBegan = performance.now();
    })();
  };
}

/** A timer and not a microtask: only a new turn of the event loop delivers messages. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
