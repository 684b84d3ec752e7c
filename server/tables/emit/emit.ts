/**
 * Table plan → one DuckDB SELECT.
 *
 * `emit` leaves the order of rows open; `emitOrdered` gives output order (`$order`, else `$row`) and relies on DuckDB's
 * documented `preserve_insertion_order` (which must stay on) where the rows of a scan come in order by themselves.
 */
import type { Plan } from '#nodes/sdk/plan/types.ts';
import type { EmitOptions, Emitted } from './types.ts';

export type { EmitOptions, Emitted, EmittedColumn } from './types.ts';

export declare function emit(plan: Plan, options: EmitOptions): Emitted;
export declare function emitOrdered(plan: Plan, options: EmitOptions): Emitted;
