import { useMemo, type ReactNode } from 'react';
import { useLocale, useText } from '../i18n/useText.ts';
import { ByClass } from './ByClass.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { chartsOf } from './charts/chartsOf.ts';
import { ConfusionMatrix } from './ConfusionMatrix.tsx';
import { confusionOf } from './confusion.ts';
import { FigureTable } from './FigureTable.tsx';
import { Figures } from './Figures.tsx';
import { otherMetrics } from './figures.ts';
import { meaningOf, type Sentence } from './meaning.ts';
import { Notes } from './Notes.tsx';
import { isRecord, type Report } from './report.ts';
import { SavedFile } from './SavedFile.tsx';
import './results.css';

type Props = {
  readonly report: Report;
  /** Opens the rows of a cell of the confusion matrix. */
  readonly onCell?: ((actual: string, predicted: string) => void) | undefined;
  /** Opens the rows whose numbers were estimated worst. */
  readonly onWorst?: (() => void) | undefined;
  /** What is to be said of its pictures beside their titles. */
  readonly mark?: ReactNode;
};

/** A report as a person reads it: what it means, then its figures, then its pictures. */
export function ReportView({ report, onCell, onWorst, mark }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const confusion = useMemo(() => confusionOf(report), [report]);
  const charts = useMemo(() => chartsOf(report, say, locale), [report, say, locale]);
  const others = otherMetrics(report);
  const isPicture = report.type === 'chart';
  return (
    <article className={isPicture ? 'report report-drawn' : 'report'}>
      <div className="report-words">
        <Meaning sentences={meaningOf(report)} />
        {!isPicture && <Notes notes={report.notes} />}
      </div>
      <SavedFile report={report} />
      <Figures report={report} />
      {onWorst !== undefined && isEstimate(report) && (
        <button type="button" className="link-button report-rows" onClick={onWorst}>
          {say('results.worst')}
        </button>
      )}
      <div className="report-charts">
        {confusion !== undefined && <ConfusionMatrix confusion={confusion} onCell={onCell} />}
        <ByClass report={report} />
        {charts.map((chart) => (
          <ChartFrame key={chart.title} chart={chart} mark={mark} />
        ))}
      </div>
      {isPicture && <Notes notes={report.notes} />}
      {others.length > 0 && (
        <FigureTable
          caption={say('results.others')}
          columns={[say('results.name'), say('results.value')]}
          rows={others}
        />
      )}
    </article>
  );
}

const isEstimate = ({ details }: Report): boolean => isRecord(details['residuals']);

function Meaning({ sentences }: { readonly sentences: readonly Sentence[] }): ReactNode {
  const say = useText();
  const [first, ...others] = sentences.map(({ id, values }) =>
    say(`results.meaning.${id}`, values),
  );
  if (first === undefined) return null;
  return (
    <p className="meaning">
      <strong>{first}</strong> {others.join(' ')}
    </p>
  );
}
