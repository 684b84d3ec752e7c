/** Every picture that a report has figures for, in the order in which they are read. */
import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../i18n/useText.ts';
import type { Report } from '../report.ts';
import type { Chart } from './chart.ts';
import { classPrecisionRecallChart, classRocChart } from './classCurves.ts';
import { calibrationChart, precisionRecallChart, rocChart } from './curves.ts';
import { drawnChart } from './drawn/drawnChart.ts';
import { foldsChart } from './folds.ts';
import { errorChart, predictedChart, residualChart } from './residuals.ts';

const makers = [
  drawnChart,
  foldsChart,
  rocChart,
  classRocChart,
  precisionRecallChart,
  classPrecisionRecallChart,
  calibrationChart,
  predictedChart,
  errorChart,
  residualChart,
];

export function chartsOf(report: Report, say: Say, locale: Locale): readonly Chart[] {
  return makers.map((make) => make(report, say, locale)).filter((chart) => chart !== undefined);
}
