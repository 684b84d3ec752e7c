import { useMemo, useState, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useProfile } from '../data/useProfile.ts';
import { usePlace } from '../data/usePlace.ts';
import { useRows } from '../data/useRows.ts';
import { DataGrid } from '../grid/DataGrid.tsx';
import { PanelProblem } from '../PanelProblem.tsx';
import type { PortAt, Target } from '../target.ts';

/** The rows on an output, and beside them, where somebody asks, those that came in. */
export function DataTab({
  target,
  port,
}: {
  readonly target: Target;
  readonly port: PortAt;
}): ReactNode {
  const say = useText();
  const [isBeside, setBeside] = useState(false);
  const input = target.inputs.find(
    (each) => each.port.type !== 'model' && each.port.type !== 'report',
  );
  return (
    <div className="data-tab">
      {input !== undefined && (
        <label className="data-beside">
          <input
            type="checkbox"
            checked={isBeside}
            onChange={({ target: box }) => setBeside(box.checked)}
          />
          <span>{say('panels.data.beside')}</span>
        </label>
      )}
      <div className="data-pair">
        {isBeside && input !== undefined && (
          <WireTable
            key={`${input.node} ${input.port.name}`}
            at={input}
            title={say('panels.data.input')}
          />
        )}
        <WireTable
          key={`${port.node} ${port.port.name}`}
          at={port}
          title={isBeside ? say('panels.data.output') : undefined}
        />
      </div>
    </div>
  );
}

function WireTable({
  at,
  title,
}: {
  readonly at: PortAt;
  readonly title: string | undefined;
}): ReactNode {
  const say = useText();
  const place = usePlace(at.node, at.port.name);
  const { rows, want } = useRows(place);
  const { profile } = useProfile(place);
  const byName = useMemo(
    () => profile && new Map(profile.columns.map((column) => [column.name, column])),
    [profile],
  );
  if (rows.error !== undefined) return <PanelProblem error={rows.error} />;
  if (rows.schema === undefined) return <p className="panel-wait">{say('panels.loading')}</p>;
  const counted = { rows: rows.count, columns: rows.schema.columns.length };
  const about = rows.isCounted
    ? say('panels.data.size', counted)
    : say('panels.data.atLeast', counted);
  return (
    <section className="wire-table">
      <p className="wire-size numbers">
        {title !== undefined && <b>{title}</b>} {about}
      </p>
      <DataGrid label={title ?? about} rows={rows} profile={byName} onWant={want} />
    </section>
  );
}
