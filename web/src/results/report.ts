/** A report as it comes from the server: JSON whose members are read one by one, since any node may have made it. */
import type { MessageParams } from '#schemas/types.ts';

export type Note = {
  readonly code: string;
  readonly level: 'info' | 'warning';
  readonly params?: MessageParams;
};

export type Interval = { readonly low: number; readonly high: number };

export type Report = {
  readonly type: string;
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly details: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
};

/** Undefined where the value is no report. */
export function readReport(value: unknown): Report | undefined {
  if (!isRecord(value)) return undefined;
  const { type, metrics, details, notes } = value;
  if (typeof type !== 'string' || !isRecord(metrics)) return undefined;
  return {
    type,
    metrics,
    details: isRecord(details) ? details : {},
    notes: Array.isArray(notes) ? (notes.filter(isNote) as Note[]) : [],
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNote(value: unknown): boolean {
  return isRecord(value) && typeof value['code'] === 'string';
}

export function numberAt(
  from: Readonly<Record<string, unknown>>,
  name: string,
): number | undefined {
  const value = Object.hasOwn(from, name) ? from[name] : undefined;
  return typeof value === 'number' ? value : undefined;
}

export function textAt(from: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(from, name) ? from[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export function listAt(from: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const value = Object.hasOwn(from, name) ? from[name] : undefined;
  return Array.isArray(value) ? value : [];
}

export function recordsAt(
  from: Readonly<Record<string, unknown>>,
  name: string,
): readonly Readonly<Record<string, unknown>>[] {
  return listAt(from, name).filter(isRecord);
}

export function intervalAt(
  from: Readonly<Record<string, unknown>>,
  name: string,
): Interval | undefined {
  const value = Object.hasOwn(from, name) ? from[name] : undefined;
  if (!isRecord(value)) return undefined;
  const [low, high] = [numberAt(value, 'low'), numberAt(value, 'high')];
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** Points of a curve by two of their members; those without both are left out. */
export function pointsAt(
  from: Readonly<Record<string, unknown>>,
  name: string,
  x: string,
  y: string,
): readonly (readonly [number, number])[] {
  return recordsAt(from, name).flatMap((point) => {
    const [a, b] = [numberAt(point, x), numberAt(point, y)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
}

/** Points that are pairs of numbers; others are left out. */
export function pairsAt(
  from: Readonly<Record<string, unknown>>,
  name: string,
): readonly (readonly [number, number])[] {
  return listAt(from, name).filter(
    (point): point is [number, number] =>
      Array.isArray(point) && point.length === 2 && point.every((each) => typeof each === 'number'),
  );
}
