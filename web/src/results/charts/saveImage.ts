import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { fileName, saveFrom, saveText } from '../../app/saveFile.ts';
import type { ChartTheme } from './chart.ts';
import { init } from './echarts.ts';

export type ImageFormat = 'png' | 'svg';

export type Drawn = {
  readonly drawn: EChartsType;
  readonly option: EChartsCoreOption;
  readonly theme: ChartTheme;
};

/** Saves a picture as it is on the screen; PNG at twice its size. */
export function saveImage(format: ImageFormat, title: string, image: Drawn): void {
  const { drawn, option, theme } = image;
  if (format === 'svg') {
    saveText(svgOf(drawn, option), title, 'svg', 'image/svg+xml');
    return;
  }
  const backgroundColor = theme.surface;
  saveFrom(
    drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor }),
    fileName(title, 'png'),
  );
}

function svgOf(drawn: EChartsType, option: EChartsCoreOption): string {
  const size = { width: drawn.getWidth(), height: drawn.getHeight() };
  const twin = init(null, null, { renderer: 'svg', ssr: true, ...size });
  twin.setOption(option);
  const text = twin.renderToSVGString();
  twin.dispose();
  return text;
}
