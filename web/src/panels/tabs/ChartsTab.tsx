import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { previewRows, type PortPlace } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { ChartFrame } from '../../results/ChartFrame.tsx';
import {
  asks,
  chartKinds,
  columnsFor,
  dataChart,
  firstChoice,
  ofKind,
  type ChartKind,
  type Choice,
} from '../../results/charts/data/dataChart.ts';
import type { Sample } from '../../results/charts/data/sample.ts';
import { usePlace } from '../data/usePlace.ts';
import { PanelProblem } from '../PanelProblem.tsx';
import type { PortAt } from '../target.ts';
import '../../form/fields/inputs.css';

/** Enough to see the shape of the data, little enough to come at once. */
const ROWS = 5_000;

/** Pictures of the rows on a wire, by kind and columns. */
export function ChartsTab({ port }: { readonly port: PortAt }): ReactNode {
  const say = useText();
  const { sample, isWhole, error } = useSample(port);
  const [chosen, setChosen] = useState<Choice>();
  if (error !== undefined) return <PanelProblem error={error} />;
  if (sample === undefined) return <p className="panel-wait">{say('panels.loading')}</p>;
  if (sample.columns.length === 0)
    return <p className="panel-empty">{say('panels.charts.none')}</p>;
  const choice = chosen ?? firstChoice(sample.columns);
  return (
    <div className="charts-tab">
      <ChartPicker choice={choice} sample={sample} onChange={setChosen} />
      <div className="charts-picture">
        <Picture choice={choice} sample={sample} />
        {!isWhole && (
          <p className="quiet">{say('panels.charts.part', { rows: sample.rows.length })}</p>
        )}
      </div>
    </div>
  );
}

type SampleState = {
  readonly sample?: Sample;
  readonly isWhole?: boolean;
  readonly error?: Error;
};

function useSample(port: PortAt): SampleState {
  const place = usePlace(port.node, port.port.name);
  const [state, setState] = useState<SampleState>({});
  useEffect(() => {
    const stop = new AbortController();
    fetchSample(place, stop.signal).then(setState, (thrown: unknown) => {
      if (stop.signal.aborted) return;
      setState({ error: thrown instanceof Error ? thrown : new Error(String(thrown)) });
    });
    return () => stop.abort();
  }, [place]);
  return state;
}

async function fetchSample(place: PortPlace, signal: AbortSignal): Promise<SampleState> {
  const preview = await previewRows({ ...place, limit: ROWS }, signal);
  if (preview.kind !== 'table') return { sample: { columns: [], rows: [] }, isWhole: true };
  const { schema, rows, rowCount } = preview;
  const isWhole = rowCount === undefined ? rows.length < ROWS : rowCount === rows.length;
  return { sample: { columns: schema.columns, rows }, isWhole };
}

type PickerProps = {
  readonly choice: Choice;
  readonly sample: Sample;
  readonly onChange: (choice: Choice) => void;
};

function ChartPicker({ choice, sample, onChange }: PickerProps): ReactNode {
  const say = useText();
  return (
    <div className="charts-picker">
      <label>
        <span>{say('panels.charts.kind')}</span>
        <select
          className="input"
          value={choice.kind}
          onChange={({ target }) =>
            onChange(ofKind(target.value as ChartKind, choice, sample.columns))
          }
        >
          {chartKinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`panels.charts.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {asks[choice.kind].map((place) => (
        <label key={place}>
          <span>{say(placeWord(choice.kind, place))}</span>
          <select
            className="input"
            value={choice[place]}
            onChange={({ target }) => onChange({ ...choice, [place]: target.value })}
          >
            {place === 'by' && <option value="">{say('panels.charts.nothing')}</option>}
            {columnsFor(choice.kind, place, sample.columns).map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

function placeWord(kind: ChartKind, place: 'x' | 'y' | 'by') {
  if (place === 'by') return kind === 'box' ? 'panels.charts.groups' : 'panels.charts.colour';
  if (place === 'y') return 'panels.charts.y';
  return asks[kind].includes('y') ? 'panels.charts.x' : 'panels.charts.column';
}

function Picture({ choice, sample }: Pick<PickerProps, 'choice' | 'sample'>): ReactNode {
  const say = useText();
  const locale = useLocale();
  const chart = useMemo(
    () => dataChart(choice, sample, say, locale),
    [choice, sample, say, locale],
  );
  return chart === undefined ? (
    <p className="panel-empty">{say('panels.charts.empty')}</p>
  ) : (
    <ChartFrame chart={chart} />
  );
}
