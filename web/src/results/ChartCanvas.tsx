import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useLocale } from '../i18n/useText.ts';
import type { Chart } from './charts/chart.ts';
import { init } from './charts/echarts.ts';
import { saveImage, type ImageFormat } from './charts/saveImage.ts';
import { pressed } from './charts/pressed.ts';
import { chartTheme, onThemeChange } from './charts/theme.ts';

export type Save = (format: ImageFormat) => void;

type Props = {
  readonly chart: Chart;
  readonly height: number;
  /** Hands over how the picture is saved, while there is one. */
  readonly onDrawn: (save: Save | undefined) => void;
};

/** Pixels: under this the space around a picture would be larger than the picture. */
const LOW = 180;

const isLow = (box: HTMLElement): boolean => box.clientHeight < LOW;

const sizeOf = ({ clientWidth: width, clientHeight: height }: HTMLElement) => ({ width, height });

/** As ECharts calls them. */
const languages = { en: 'EN', 'pt-BR': 'PT-br' } as const;

/** Draws a chart with ECharts, at the size and in the colours that the page has. */
export function ChartCanvas({ chart, height, onDrawn }: Props): ReactNode {
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<EChartsType>();
  const [low, setLow] = useState(false);

  useEffect(() => {
    const at = box.current!;
    const next = init(at, null, { renderer: 'canvas', locale: languages[locale] });
    setMade(next);
    setLow(isLow(at));
    const resized = new ResizeObserver(() => {
      next.resize();
      setLow(isLow(at));
    });
    resized.observe(at);
    return () => {
      resized.disconnect();
      next.dispose();
      setMade(undefined);
    };
  }, [locale]);

  useEffect(() => {
    const at = box.current!;
    if (made === undefined) return;
    const draw = (): void => {
      const theme = chartTheme(at);
      const aria = { enabled: true, label: { description: chart.summary } };
      const option = { ...chart.option(theme), aria };
      made.setOption(low ? { ...pressed(option, sizeOf(at)), aria } : option, { notMerge: true });
      onDrawn((format) => {
        const drawn = { option, theme, size: sizeOf(at), locale: languages[locale] };
        saveImage(format, chart.title, drawn);
      });
    };
    draw();
    const stop = onThemeChange(draw);
    return () => {
      stop();
      onDrawn(undefined);
    };
  }, [made, chart, low, onDrawn, locale]);

  return (
    <div
      ref={box}
      className="chart-canvas"
      role="img"
      data-squeezed={chart.isList !== true}
      style={{ '--height': `${height}px` } as CSSProperties}
    />
  );
}
