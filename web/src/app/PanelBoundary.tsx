import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import './PanelBoundary.css';

type Props = {
  /** Which panel this is, for the log. */
  readonly name: string;
  readonly children: ReactNode;
};

/** What breaks inside a panel stays inside it, and can be tried again; the work of the person is untouched. */
export class PanelBoundary extends Component<Props, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined };

  static getDerivedStateFromError(thrown: unknown): { readonly error: Error } {
    return { error: thrown instanceof Error ? thrown : new Error('?', { cause: thrown }) };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    const retry = (): void => this.setState({ error: undefined });
    return <Broken detail={this.state.error.message} onRetry={retry} />;
  }
}

function Broken({
  detail,
  onRetry,
}: {
  readonly detail: string;
  readonly onRetry: () => void;
}): ReactNode {
  const say = useText();
  return (
    <div className="broken-panel" role="alert">
      <p>
        <strong>{say('panel.broken')}</strong>
      </p>
      <p className="quiet">{detail}</p>
      <Button size="xs" variant="default" onClick={onRetry}>
        {say('action.retry')}
      </Button>
    </div>
  );
}
