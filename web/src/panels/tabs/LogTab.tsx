import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useEditor } from '../../app/useEditor.ts';
import { useForecast, useReason } from '../../app/useReason.ts';
import { useText } from '../../i18n/useText.ts';
import { useDescribe } from '../../results/useDescribe.ts';
import type { LogLine } from '../../store/state.ts';
import { StepError } from '../StepError.tsx';
import type { Target } from '../target.ts';
import { InsideSteps } from './InsideSteps.tsx';

/** What a step said while it ran, why it ran, and how long it took. */
export function LogTab({ target }: { readonly target: Target }): ReactNode {
  const say = useText();
  const intl = useIntl();
  const why = useReason(target.node.id);
  const next = useForecast(target.node.id);
  const step = useEditor(({ run }) => run.steps.get(target.node.id));
  const foreseen = next !== undefined && <Run label={say('panels.log.next')} words={next} />;
  if (step === undefined) {
    return (
      <div className="log-tab">
        <p className="panel-empty">{say('panels.log.empty')}</p>
        {foreseen}
        <InsideSteps step={target.node.id} />
      </div>
    );
  }
  const { reason, ms, rows, error, log } = step;
  const facts = [
    rows !== undefined && say('panels.log.rows', { rows }),
    ms !== undefined &&
      say('panels.log.time', {
        seconds: intl.formatNumber(ms / 1000, { maximumFractionDigits: 2 }),
      }),
  ].filter((fact) => fact !== false);
  return (
    <div className="log-tab">
      {foreseen}
      {reason !== undefined && <Run label={say('panels.log.last')} words={why(reason)} />}
      {facts.length > 0 && <p className="quiet numbers">{facts.join(' · ')}</p>}
      {error !== undefined && <StepError error={error} />}
      {log.length > 0 && (
        <ol className="log-lines">
          {log.map((line, at) => (
            // Lines come in order and none goes away.
            <Line key={at} line={line} />
          ))}
        </ol>
      )}
      {log.length === 0 && error === undefined && reason === undefined && (
        <p className="quiet">{say('panels.log.quiet')}</p>
      )}
      <InsideSteps step={target.node.id} />
    </div>
  );
}

function Run({ label, words }: { readonly label: string; readonly words: string }): ReactNode {
  return (
    <p className="log-run">
      <b>{label}</b> {words}
    </p>
  );
}

function Line({ line }: { readonly line: LogLine }): ReactNode {
  const intl = useIntl();
  const describe = useDescribe();
  const { time, level, code, params = {}, text } = line;
  const said = code === undefined ? undefined : describe(code, params);
  return (
    <li className={`note note-${level}`}>
      <time className="quiet numbers" dateTime={time}>
        {intl.formatTime(time, { timeStyle: 'medium' })}
      </time>{' '}
      {said?.message ?? text} {said !== undefined && <span className="quiet">{said.remedy}</span>}
    </li>
  );
}
