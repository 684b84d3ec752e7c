import type { EChartsCoreOption } from 'echarts/core';
import { fileName, saveFrom, saveText } from '../../app/saveFile.ts';
import type { ChartTheme } from './chart.ts';
import { init } from './echarts.ts';

export type ImageFormat = 'png' | 'svg';

export type Drawn = {
  readonly option: EChartsCoreOption;
  readonly theme: ChartTheme;
  readonly size: { readonly width: number; readonly height: number };
  /** As ECharts calls the language. */
  readonly locale: string;
};

/** Pixels: a panel may press a picture low, and its file is for a page that does not. */
const LOWEST = 300;

/**
 * Saves a picture in the colours that it has on the screen and on their ground, for light words on a white page would not
 * be read; PNG at twice its size.
 */
export function saveImage(format: ImageFormat, title: string, drawn: Drawn): void {
  const text = format === 'svg' ? svgOf(drawn) : pngOf(drawn);
  if (format === 'svg') saveText(text, title, 'svg', 'image/svg+xml');
  else saveFrom(text, fileName(title, 'png'));
}

function svgOf({ option, theme, size, locale }: Drawn): string {
  const twin = init(null, null, { renderer: 'svg', ssr: true, locale, ...sizeOf(size) });
  twin.setOption({ ...option, backgroundColor: theme.surface });
  const text = twin.renderToSVGString();
  twin.dispose();
  return text;
}

/** Returns a data URL. */
function pngOf({ option, theme, size, locale }: Drawn): string {
  const place = document.createElement('div');
  const twin = init(place, null, { renderer: 'canvas', locale, ...sizeOf(size) });
  twin.setOption({ ...option, animation: false });
  const url = twin.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: theme.surface });
  twin.dispose();
  return url;
}

const sizeOf = ({ width, height }: Drawn['size']): Drawn['size'] => ({
  width,
  height: Math.max(height, LOWEST),
});
