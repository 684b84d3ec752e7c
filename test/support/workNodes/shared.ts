/** What the nodes of this folder share: single numbers that travel as reports. */
import type { Port } from '#nodes/sdk/node.ts';
import type { ReportValue } from '#nodes/sdk/values.ts';

export const report = (more: Partial<Port> = {}): Port => ({
  type: 'report',
  title: 'Number',
  ...more,
});

export const number = (n: number): ReportValue => ({
  kind: 'report',
  type: 'number',
  metrics: { n },
});

export const numberOf = (value: unknown): number => {
  const { metrics } = (value ?? { metrics: {} }) as ReportValue;
  return (metrics['n'] as number | undefined) ?? 0;
};

export const common = {
  version: 1,
  category: 'control',
  title: 'Fake',
  summary: 'For tests of processes.',
  inputs: { a: report({ required: false }) },
  outputs: { out: report() },
} as const;
