/** The part of Vitest's JSON report that the closing line is made of. */
export type VitestReport = {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

export type Tally = { readonly passed: number; readonly failed: number };

/**
 * Counts each gate (format, lint, types) as one check beside the tests. A file that breaks before
 * its first test, an error outside of any test and a missing report each count as a failure, so the
 * line never reads "0 failed" beside a failing exit status.
 */
export function tally(
  gates: readonly boolean[],
  report: VitestReport | null,
  testsPassed: boolean,
): Tally {
  const passedGates = gates.filter(Boolean).length;
  const broken = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const counted = (report?.numFailedTests ?? 0) + broken;
  const sound = testsPassed && report?.success === true;
  return {
    passed: passedGates + (report?.numPassedTests ?? 0),
    failed: gates.length - passedGates + (sound ? counted : Math.max(counted, 1)),
  };
}

export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
