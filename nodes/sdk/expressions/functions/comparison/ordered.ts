import type { ValueType } from '../../types.ts';

/** Types whose values have an order: numbers, text by code point, dates by time. */
export const ORDERED: readonly ValueType[] = ['int64', 'float64', 'text', 'date', 'timestamp'];
