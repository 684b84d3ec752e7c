import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { useText } from '../i18n/useText.ts';
import { figureFormat, type Figure } from '../results/figures.ts';
import {
  figureChanges,
  otherChanges,
  rowsApart,
  type FigureChange,
  type OtherChange,
} from './figures.ts';
import { mayHaveOtherRows } from './otherRows.ts';
import type { Comparison, ReportPair } from './pairs.ts';
import { summaryOf } from './summary.ts';
import { useNodeWords } from './useNodeWords.ts';

/** Every report's figures side by side, with what their difference means. */
export function ResultChanges({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const say = useText();
  const { reports } = comparison;
  const { typeOf } = useNodeWords();
  const { better, worse, undecided } = summaryOf(comparison);
  const isApart = better + worse + undecided > 0;
  return (
    <section className="compare-part">
      <h2>{say('compare.results')}</h2>
      {reports.length === 0 && <p className="quiet">{say('compare.results.none')}</p>}
      {isApart && (
        <>
          <p className="quiet">{say('compare.about')}</p>
          {mayHaveOtherRows(comparison.difference, typeOf) && (
            <p className="compare-apart">{say('compare.otherRows')}</p>
          )}
        </>
      )}
      {reports.map((pair) => (
        <ReportChange key={`${pair.id} ${pair.before?.type ?? ''}`} pair={pair} />
      ))}
    </section>
  );
}

function ReportChange({ pair }: { readonly pair: ReportPair }): ReactNode {
  const say = useText();
  const { nameOf, typeOf } = useNodeWords();
  const { node, learner, before, after } = pair;
  const figures = figureChanges(before, after);
  const hasBoth = before !== undefined && after !== undefined;
  const others = hasBoth ? otherChanges(before, after) : [];
  const apart = hasBoth ? rowsApart(before, after) : undefined;
  if (figures.length + others.length === 0) return null;
  const name = nameOf(node);
  // Whoever labelled the node has said already what it judges.
  const title =
    learner === undefined || node.label
      ? name
      : say('compare.results.judges', { node: name, model: nameOf(learner) });
  const isAlike = hasBoth && figures.every(({ change }) => change?.verdict === 'same');
  return (
    <div className="compare-report">
      <h3>
        <TypeIcon type={typeOf(node)} size={24} />
        {title}
      </h3>
      {apart !== undefined && <p className="compare-apart">{say('compare.rowsApart', apart)}</p>}
      {isAlike && others.length === 0 ? (
        <p className="quiet">{say('compare.results.same', { count: figures.length })}</p>
      ) : (
        <FigureChanges title={title} figures={figures} others={others} />
      )}
    </div>
  );
}

type FiguresProps = {
  readonly title: string;
  readonly figures: readonly FigureChange[];
  readonly others: readonly OtherChange[];
};

function FigureChanges({ title, figures, others }: FiguresProps): ReactNode {
  const say = useText();
  return (
    <table className="home-table compare-figures">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('compare.figure')}</th>
          <th scope="col" className="number">
            {say('compare.before')}
          </th>
          <th scope="col" className="number">
            {say('compare.after')}
          </th>
          <th scope="col" className="number">
            {say('compare.difference')}
          </th>
          <th scope="col">{say('compare.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <FigureRow key={figure.name} figure={figure} />
        ))}
        {others.map((other) => (
          <tr key={other.name}>
            <th scope="row">{other.name}</th>
            <td className="number">{other.before}</td>
            <td className="number">{other.after}</td>
            <td className="number quiet">–</td>
            <td className="compare-verdict">{say('compare.changed')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FigureRow({ figure }: { readonly figure: FigureChange }): ReactNode {
  const say = useText();
  const { name, before, after, change } = figure;
  const verdict = change?.verdict ?? (before === undefined ? 'onlyAfter' : 'onlyBefore');
  return (
    <tr data-figure={name}>
      <th scope="row">
        {say(`results.figure.${name}`)}
        <span className="compare-figure-about">{say(`results.about.${name}`)}</span>
      </th>
      <FigureCell figure={before} />
      <FigureCell figure={after} />
      <td className="number compare-difference" data-verdict={verdict}>
        {change === undefined ? '' : <Difference change={change} isShare={after!.isShare} />}
      </td>
      <td className="compare-verdict" data-verdict={verdict}>
        {say(`compare.verdict.${verdict}`)}
      </td>
    </tr>
  );
}

function FigureCell({ figure }: { readonly figure: Figure | undefined }): ReactNode {
  const say = useText();
  const intl = useIntl();
  if (figure === undefined) return <td className="number quiet">–</td>;
  const { value, interval, spread, isShare } = figure;
  const write = (number: number): string => intl.formatNumber(number, figureFormat(isShare));
  return (
    <td className="number">
      {write(value)}
      {interval !== undefined && (
        <span className="compare-sure quiet">
          {say('results.interval', { low: write(interval.low), high: write(interval.high) })}
        </span>
      )}
      {spread !== undefined && (
        <span className="compare-sure quiet">
          {say('results.spread', { spread: write(spread) })}
        </span>
      )}
    </td>
  );
}

type DifferenceProps = {
  readonly change: NonNullable<FigureChange['change']>;
  readonly isShare: boolean;
};

/** Always with its sign, the minus as wide as the plus; of shares in points, since per cent of per cent misleads. */
function Difference({ change: { difference, verdict }, isShare }: DifferenceProps): ReactNode {
  const say = useText();
  const intl = useIntl();
  if (verdict === 'same') return '0';
  const digits = isShare
    ? { minimumFractionDigits: 1, maximumFractionDigits: 1 }
    : { maximumSignificantDigits: 3 };
  const written = intl.formatNumber(isShare ? difference * 100 : difference, {
    ...digits,
    signDisplay: 'exceptZero',
  });
  const text = written.replace('-', '−');
  return isShare ? say('compare.points', { value: text }) : text;
}
