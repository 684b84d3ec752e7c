import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useColumnProfiles } from '../data/useColumnProfiles.ts';
import { usePlace } from '../data/usePlace.ts';
import { useRows } from '../data/useRows.ts';
import { InHead } from '../InspectorHead.tsx';
import { DataGrid } from '../grid/DataGrid.tsx';
import { PanelProblem } from '../PanelProblem.tsx';
import { WhereSound } from '../WhereSound.tsx';
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
  const tools = input !== undefined && (
    <label className="data-beside">
      <input
        type="checkbox"
        checked={isBeside}
        onChange={({ target: box }) => setBeside(box.checked)}
      />
      <span>{say('panels.data.beside')}</span>
    </label>
  );
  return (
    <div className="data-tab">
      <div className="data-pair">
        {isBeside && input !== undefined && (
          <WhereSound key={`${input.node} ${input.port.name}`} node={input.node}>
            <WireTable at={input} title={say('panels.data.input')} />
          </WhereSound>
        )}
        <WhereSound key={`${port.node} ${port.port.name}`} node={port.node}>
          <WireTable
            at={port}
            title={isBeside ? say('panels.data.output') : undefined}
            tools={tools}
          />
        </WhereSound>
      </div>
    </div>
  );
}

type TableProps = {
  readonly at: PortAt;
  readonly title: string | undefined;
  readonly tools?: ReactNode;
};

function WireTable({ at, title, tools }: TableProps): ReactNode {
  const say = useText();
  const place = usePlace(at.node, at.port.name);
  const { rows, want } = useRows(place);
  const { profiles, wantColumns } = useColumnProfiles(place);
  const { schema, count, isCounted, error } = rows;
  const counted = { rows: count, columns: schema?.columns.length ?? 0 };
  const size = say(isCounted ? 'panels.data.size' : 'panels.data.atLeast', counted);
  const isKnown = schema !== undefined && error === undefined;
  return (
    <section className="wire-table">
      {title !== undefined && (
        <p className="wire-size wire-title numbers">
          <b>{title}</b> {isKnown && size}
        </p>
      )}
      <InHead>
        {title === undefined && <p className="wire-size numbers">{isKnown && size}</p>}
        {tools}
      </InHead>
      {error !== undefined && <PanelProblem error={error} />}
      {error === undefined && schema === undefined && (
        <p className="panel-wait">{say('panels.loading')}</p>
      )}
      {isKnown && (
        <DataGrid
          label={title ?? size}
          rows={rows}
          profiles={profiles}
          onWant={want}
          onColumns={wantColumns}
        />
      )}
    </section>
  );
}
