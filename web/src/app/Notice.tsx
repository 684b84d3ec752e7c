import type { ReactNode } from 'react';
import './Notice.css';

type Props = {
  readonly tone: 'stale' | 'failed' | 'told';
  readonly text: string;
  readonly children?: ReactNode;
};

/** One sentence across the page, and what can be done. */
export function Notice({ tone, text, children }: Props): ReactNode {
  return (
    <div className="save-notice" data-tone={tone} role={tone === 'told' ? 'status' : 'alert'}>
      <span>{text}</span>
      {children}
    </div>
  );
}
