import type { Locale } from '#schemas/types.ts';
import type { Actor } from '../types.ts';

export interface RunReport {
  /** A plain file name. */
  readonly name: string;
  /** One file that needs nothing else: no script, no request. */
  readonly html: string;
}

export interface ReportService {
  /** Of a run that has ended or waits for an answer; `run-not-finished` of another. `timeZone`: default UTC. */
  report(
    actor: Actor,
    run: string,
    options: { readonly locale: Locale; readonly timeZone?: string },
  ): Promise<RunReport>;
}
