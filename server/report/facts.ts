/** What a report is made of. */
import type {
  ErrorData,
  Json,
  Locale,
  NodeType,
  Pipeline,
  RunEvent,
  RunResult,
} from '#schemas/types.ts';

export interface ReportedRun {
  readonly id: string;
  readonly name: string;
  readonly params: Readonly<Record<string, Json>>;
  readonly seed: number;
  readonly version: string | null;
  readonly trigger: string;
  readonly actor: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly error?: ErrorData;
}

export interface RunFacts {
  readonly run: ReportedRun;
  /** As it ran. */
  readonly document: Pipeline;
  readonly result: RunResult;
  /** In order, from the first one. */
  readonly events: readonly RunEvent[];
  /** Every node type that is installed. */
  readonly types: readonly NodeType[];
}

export interface ReportOptions {
  readonly locale: Locale;
  /** In which times are told; an IANA name. Default UTC. */
  readonly timeZone?: string;
}
