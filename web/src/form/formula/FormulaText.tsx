import type { ReactNode } from 'react';
import type { Span } from '#nodes/sdk/expressions/text/errors.ts';

type Props = {
  readonly text: string;
  readonly span: Span | undefined;
  readonly children: ReactNode;
};

/** Marks the place of a fault under the text that is being typed: a twin of it, letter for letter. */
export function FormulaText({ text, span, children }: Props): ReactNode {
  return (
    <div className="formula-text">
      {span !== undefined && (
        <div className="formula-twin" aria-hidden="true">
          {text.slice(0, span.position)}
          <mark>{text.slice(span.position, span.position + span.length) || ' '}</mark>
          {text.slice(span.position + span.length)}
        </div>
      )}
      {children}
    </div>
  );
}
