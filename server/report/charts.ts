/** The page's own pictures of figures, drawn once and still: as SVG inside the report. */
import type { Chart } from '../../web/src/results/charts/chart.ts';
import { init } from '../../web/src/results/charts/echarts.ts';
import { chartTheme } from './colours.ts';
import { html, trusted, type Html } from './html.ts';

const WIDTH = 680;

/** `id` is of this picture alone, in letters, digits and -. `isTold`: what it shows stands below it in words. */
export function chartFigure(chart: Chart, id: string, isTold = true): Html {
  const height = chart.height ?? 300;
  return html`<figure class="chart">
    <figcaption>${chart.title}</figcaption>
    <svg role="img" aria-label="${chart.summary}" viewBox="0 0 ${WIDTH} ${height}">
      ${trusted(drawn(chart, height, id))}
    </svg>
    ${isTold && html`<p class="note">${chart.summary}</p>`}
  </figure>`;
}

/** What stands inside the drawing's svg element. */
function drawn(chart: Chart, height: number, id: string): string {
  const size = { width: WIDTH, height };
  const painter = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    painter.setOption({ ...chart.option(chartTheme), animation: false });
    return still(painter.renderToSVGString(), id);
  } finally {
    painter.dispose();
  }
}

/**
 * Without what answers to a pointer, and with names of its own: the library counts them through the life of the
 * process, so that the same run would not give the same bytes.
 */
function still(svg: string, id: string): string {
  return svg
    .replace(/^<svg[^>]*>\s*/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (class="zr\d+-cls-\d+"|pointer-events="\w+")/g, '')
    .replace(/\bzr\d+-(?=\w)/g, `${id}-`)
    .trimEnd();
}
