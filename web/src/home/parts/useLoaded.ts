import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api.ts';

export type Loaded<T> = {
  readonly value: T | undefined;
  readonly problem: ApiError | undefined;
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
};

type Load<T> = (signal: AbortSignal) => Promise<T>;
type State<T> = { readonly load?: Load<T>; readonly value?: T; readonly problem?: ApiError };

/** Asks the server while the component stands. `load` must stay the same object for the same question. */
export function useLoaded<T>(load: Load<T>): Loaded<T> {
  const [state, setState] = useState<State<T>>({});
  const question = useRef<AbortSignal>(undefined);
  const ask = useCallback(
    (signal: AbortSignal): void => {
      load(signal).then(
        (value) => !signal.aborted && setState({ load, value }),
        (error: unknown) => {
          if (signal.aborted) return;
          if (!(error instanceof ApiError)) throw error;
          setState((before) => ({ ...(before.load === load ? before : { load }), problem: error }));
        },
      );
    },
    [load],
  );
  useEffect(() => {
    const leaving = new AbortController();
    question.current = leaving.signal;
    ask(leaving.signal);
    return () => leaving.abort();
  }, [ask]);
  const reload = useCallback(() => {
    if (question.current?.aborted === false) ask(question.current);
  }, [ask]);
  const isCurrent = state.load === load;
  return {
    value: isCurrent ? state.value : undefined,
    problem: isCurrent ? state.problem : undefined,
    reload,
  };
}
