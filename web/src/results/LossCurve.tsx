import { useMemo, type ReactNode } from 'react';
import { useLocale, useText } from '../i18n/useText.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { lossChart, type Curve } from './charts/loss.ts';

/** The loss, epoch by epoch, while the training goes on and after it. */
export function LossCurve({ curve }: { readonly curve: Curve }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const chart = useMemo(() => lossChart(curve, say, locale), [curve, say, locale]);
  return chart === undefined ? null : <ChartFrame chart={chart} />;
}
