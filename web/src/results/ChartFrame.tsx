import { Menu } from '@mantine/core';
import {
  Suspense,
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react';
import { lazily } from '../app/lazily.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import type { Save } from './ChartCanvas.tsx';
import type { Chart } from './charts/chart.ts';
import { csvOf } from './charts/csv.ts';
import { saveText } from '../app/saveFile.ts';
import { FigureTable } from './FigureTable.tsx';
import './results.css';

const ChartCanvas = lazily(async () => ({
  default: (await import('./ChartCanvas.tsx')).ChartCanvas,
}));

const HEIGHT = 300;
/** What a panel shows of a picture beside the drawing: its title and the space around it. */
const AROUND = 72;
const LEAST = 170;
const MOST = 520;

type Props = {
  readonly chart: Chart;
  /** What is to be said of the picture beside its title. */
  readonly mark?: ReactNode;
};

/** A picture under its title, the table behind it, and both as files. */
export function ChartFrame({ chart, mark }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const [isTable, setTable] = useState(false);
  const [save, setSave] = useState<{ readonly save: Save | undefined }>({ save: undefined });
  // A function in the state would be called.
  const [onDrawn] = useState(() => (next: Save | undefined) => setSave({ save: next }));
  const [frame, height] = useHeight(chart);
  const saveTable = (): void => {
    saveText(csvOf(chart.table, locale), chart.title, 'csv', 'text/csv;charset=utf-8');
  };
  return (
    <figure className="chart" ref={frame}>
      <figcaption className="chart-head">
        <span className="chart-title">{chart.title}</span>
        {mark}
        <span className="chart-tools">
          <button type="button" className="link-button" onClick={() => setTable(!isTable)}>
            {isTable ? say('results.chart.picture') : say('results.chart.table')}
          </button>
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className="link-button">
                {say('results.chart.save')}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={save.save === undefined} onClick={() => save.save?.('png')}>
                {say('results.chart.png')}
              </Menu.Item>
              <Menu.Item disabled={save.save === undefined} onClick={() => save.save?.('svg')}>
                {say('results.chart.svg')}
              </Menu.Item>
              <Menu.Item onClick={saveTable}>{say('results.chart.csv')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </figcaption>
      {isTable ? (
        <div
          className="chart-table"
          role="region"
          aria-label={chart.title}
          // What scrolls must be reached by the keys.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          style={{ '--height': `${height}px` } as CSSProperties}
        >
          <FigureTable {...chart.table} caption={chart.title} />
        </div>
      ) : (
        <Suspense fallback={<div className="chart-wait" style={{ height }} />}>
          <ChartCanvas chart={chart} height={height} onDrawn={onDrawn} />
        </Suspense>
      )}
      <p className="visually-hidden">{chart.summary}</p>
    </figure>
  );
}

/** A picture that can be of any height takes that of the panel around it, so that it is seen whole. */
function useHeight({
  height = HEIGHT,
  fits = false,
}: Chart): [RefObject<HTMLElement | null>, number] {
  const frame = useRef<HTMLElement>(null);
  const [room, setRoom] = useState<number>();
  useEffect(() => {
    const own = frame.current;
    const panel = own?.closest('.inspector-body');
    if (!fits || !own || !panel) return undefined;
    const top = (): number =>
      own.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop;
    const resized = new ResizeObserver(() => setRoom(panel.clientHeight - top() - AROUND));
    resized.observe(panel);
    return () => resized.disconnect();
  }, [fits]);
  return [frame, fits && room !== undefined ? Math.min(MOST, Math.max(LEAST, room)) : height];
}
