import { expect, test } from 'vitest';
import { init } from './echarts.ts';

test('names that every object has are drawn, and leave all objects as they were', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__'];
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 300 });
  chart.setOption({
    animation: false,
    xAxis: { type: 'category', data: names, axisLabel: { interval: 0 } },
    yAxis: { type: 'value', name: '__proto__' },
    legend: { data: ['__proto__'] },
    series: [{ type: 'bar', name: '__proto__', data: [1, 2, 3, 4, 5] }],
  });
  const drawn = chart.renderToSVGString();
  chart.dispose();
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(Object.keys(Object.prototype.toString)).toEqual([]);
  for (const name of names) expect(drawn).toContain(name);
});
