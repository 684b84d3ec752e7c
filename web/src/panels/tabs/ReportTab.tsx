import type { ReactNode } from 'react';
import type { OutputSummary } from '#schemas/types.ts';
import { useEditor } from '../../app/useEditor.ts';
import { useReason } from '../../app/useReason.ts';
import { useText } from '../../i18n/useText.ts';
import { LossCurve } from '../../results/LossCurve.tsx';
import { ReportView } from '../../results/ReportView.tsx';
import { readReport } from '../../results/report.ts';
import { useJudged } from '../rows/useJudged.ts';
import { StaleNote } from '../StaleNote.tsx';
import { StepError } from '../StepError.tsx';
import type { Target } from '../target.ts';

/** What came out of a step for people to read: its error, how its training went, its report. */
export function ReportTab({ target }: { readonly target: Target }): ReactNode {
  const say = useText();
  const step = useEditor(({ run }) => run.steps.get(target.node.id));
  const edges = useEditor(({ document }) => document.edgesById);
  const used = [...edges.values()]
    .filter(({ from }) => from.node === target.node.id)
    .map(({ from }) => from.port);
  const { onCell, onWorst } = useJudged(target);
  const isStale = useEditor(({ run }) => run.stale.has(target.node.id));
  const why = useReason(target.node.id);
  const reports = target.outputs.flatMap(({ name }) => {
    const report = readReport(step?.outputs?.[name]?.['report']);
    return report === undefined ? [] : [{ name, report }];
  });
  const models = target.outputs.flatMap(({ name }) => {
    const output = step?.outputs?.[name];
    return output?.type === 'model' ? [{ name, output }] : [];
  });
  const hasCurve = step !== undefined && step.curve.length > 0;
  const isEmpty = reports.length + models.length === 0 && !hasCurve && step?.error === undefined;
  return (
    <div className="report-tab">
      {reports.length + models.length > 0 && <StaleNote of="report" node={target.node.id} />}
      {step?.error !== undefined && <StepError error={step.error} />}
      {models.map(({ name, output }) => (
        <ModelLine key={name} model={output} isUsed={used.includes(name)} />
      ))}
      {hasCurve && <LossCurve curve={step.curve} />}
      {reports.map(({ name, report }) => (
        <ReportView key={name} report={report} onCell={onCell} onWorst={onWorst} />
      ))}
      {isEmpty && (
        <p className="panel-empty">
          {step?.status === 'skipped' && step.reason !== undefined && !isStale
            ? why(step.reason)
            : say('panels.report.empty')}
        </p>
      )}
    </div>
  );
}

type ModelLineProps = {
  readonly model: OutputSummary;
  /** A wire leaves it. */
  readonly isUsed: boolean;
};

/** What a model takes and answers; how good it is, a node of metrics says. */
function ModelLine({ model, isUsed }: ModelLineProps): ReactNode {
  const say = useText();
  const { target, inputs, classes } = model;
  if (typeof target !== 'string') return null;
  return (
    <p className="meaning">
      <strong>
        {say('panels.report.model', { target, count: Array.isArray(inputs) ? inputs.length : 0 })}
      </strong>{' '}
      {Array.isArray(classes) && say('panels.report.classes', { classes: classes.join(', ') })}{' '}
      {!isUsed && say('panels.report.measure')}
    </p>
  );
}
