import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Column } from '#schemas/types.ts';
import type { ColumnProfile, Profile } from '../../api.ts';
import { useEditor } from '../../app/useEditor.ts';
import { fold } from '#schemas/nearest.ts';
import { useText } from '../../i18n/useText.ts';
import { useProfile } from '../data/useProfile.ts';
import { usePlace } from '../data/usePlace.ts';
import { MiniHistogram } from '../grid/MiniHistogram.tsx';
import { PanelProblem } from '../PanelProblem.tsx';
import '../../form/fields/inputs.css';
import type { PortAt } from '../target.ts';
import { TypeMark } from '../TypeMark.tsx';

const ROW = 64;

/** Every column at a glance: gaps, different values, figures, how the values lie. */
export function ProfileTab({ port }: { readonly port: PortAt }): ReactNode {
  const say = useText();
  const place = usePlace(port.node, port.port.name);
  const { profile, error } = useProfile(place);
  const schema = useEditor(({ analysis }) => analysis.schemas[port.node]?.[port.port.name]);
  if (error !== undefined) return <PanelProblem error={error} />;
  if (profile === undefined) return <p className="panel-wait">{say('panels.loading')}</p>;
  return <ProfileList profile={profile} columns={schema?.columns ?? []} />;
}

type ListProps = { readonly profile: Profile; readonly columns: readonly Column[] };

function ProfileList({ profile, columns }: ListProps): ReactNode {
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useState('');
  const known = new Map(columns.map((column) => [column.name, column]));
  const shown = profile.columns.filter(({ name }) => fold(name).includes(fold(search)));
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 4,
  });
  return (
    <div className="profile">
      <div className="profile-top">
        <input
          className="input profile-search"
          type="search"
          aria-label={say('form.columns.search')}
          placeholder={say('form.columns.search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <span className="quiet numbers">
          {say('panels.data.size', { rows: profile.rowCount, columns: profile.columns.length })}
        </span>
      </div>
      <div
        className="profile-list"
        ref={box}
        // What scrolls must be reached by the keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="list"
        aria-label={say('panels.tab.profile')}
      >
        <div className="profile-rows" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <div
              key={shown[index]!.name}
              role="listitem"
              className="profile-row"
              style={{ height: ROW, transform: `translateY(${start}px)` }}
            >
              <ProfileRow
                profile={shown[index]!}
                column={known.get(shown[index]!.name)}
                rowCount={profile.rowCount}
              />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

type RowProps = {
  readonly profile: ColumnProfile;
  readonly column: Column | undefined;
  readonly rowCount: number;
};

function ProfileRow({ profile, column, rowCount }: RowProps): ReactNode {
  const say = useText();
  const figure = useFigure();
  const { name, missing, distinct, numbers, dates } = profile;
  const share = rowCount === 0 ? 0 : missing / rowCount;
  return (
    <>
      <div className="profile-name">
        <span>
          {column !== undefined && <TypeMark column={column} />} <b title={name}>{name}</b>
        </span>
        {column !== undefined && <small>{say(`panels.role.${column.role}`)}</small>}
      </div>
      <div className="profile-fact numbers">
        <small>{say('panels.profile.missing')}</small>
        <span className={missing > 0 ? 'profile-gaps' : undefined}>
          {say('panels.profile.share', { count: missing, share })}
        </span>
      </div>
      <div className="profile-fact numbers">
        <small>{say('panels.profile.distinct')}</small>
        <span>{figure(distinct)}</span>
      </div>
      {numbers !== undefined && <Numbers numbers={numbers} />}
      {dates !== undefined && <Dates dates={dates} />}
      {numbers === undefined && dates === undefined && (
        <TopValues profile={profile} rowCount={rowCount} />
      )}
    </>
  );
}

function Numbers({
  numbers,
}: {
  readonly numbers: NonNullable<ColumnProfile['numbers']>;
}): ReactNode {
  const say = useText();
  const figure = useFigure();
  const { min, mean, max, deviation, histogram } = numbers;
  const facts = [
    [say('panels.profile.min'), figure(min)],
    [say('panels.profile.mean'), figure(mean)],
    [say('panels.profile.max'), figure(max)],
    [say('panels.profile.deviation'), figure(deviation)],
  ] as const;
  return <Spread histogram={histogram} facts={facts} />;
}

function useFigure(): (value: number | null) => string {
  const intl = useIntl();
  return (value) =>
    value === null ? '–' : intl.formatNumber(value, { maximumSignificantDigits: 4 });
}

function Dates({ dates }: { readonly dates: NonNullable<ColumnProfile['dates']> }): ReactNode {
  const say = useText();
  const intl = useIntl();
  const { min, max, histogram } = dates;
  const text = (value: string): string =>
    intl.formatDate(value.slice(0, 'yyyy-mm-dd'.length), { timeZone: 'UTC' });
  const facts = [
    [say('panels.profile.min'), text(min)],
    [say('panels.profile.max'), text(max)],
  ] as const;
  return <Spread histogram={histogram} facts={facts} />;
}

type SpreadProps = {
  readonly histogram: readonly number[];
  readonly facts: readonly (readonly [word: string, value: string])[];
};

/** How the values of a column lie. */
function Spread({ histogram, facts }: SpreadProps): ReactNode {
  return (
    <>
      <div className="profile-picture">
        <MiniHistogram counts={histogram} height={40} />
      </div>
      {facts.map(([word, value]) => (
        <div key={word} className="profile-fact numbers">
          <small>{word}</small>
          <span>{value}</span>
        </div>
      ))}
    </>
  );
}

function TopValues({ profile, rowCount }: Pick<RowProps, 'profile' | 'rowCount'>): ReactNode {
  const intl = useIntl();
  const present = Math.max(1, rowCount - profile.missing);
  return (
    <ul className="profile-top-values">
      {profile.top?.slice(0, 4).map(({ value, count }) => (
        <li key={value} title={`${value}: ${intl.formatNumber(count)}`}>
          <span className="profile-bar" style={{ width: `${(100 * count) / present}%` }} />
          <span className="profile-value">{value}</span>
          <span className="numbers quiet">
            {intl.formatNumber(count / present, { style: 'percent' })}
          </span>
        </li>
      ))}
    </ul>
  );
}
