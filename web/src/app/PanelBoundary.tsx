import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { PartMissing } from './patiently.ts';
import './PanelBoundary.css';

type Props = {
  /** Which panel this is, for the log. */
  readonly name: string;
  /** What it shows: something else is tried anew. */
  readonly about?: string | undefined;
  readonly children: ReactNode;
};

type State = { readonly error: Error | undefined; readonly about: string | undefined };

/** What breaks inside a panel stays inside it, and can be tried again; the work of the person is untouched. */
export class PanelBoundary extends Component<Props, State> {
  override state: State = { error: undefined, about: this.props.about };

  static getDerivedStateFromProps({ about }: Props, state: State): State | null {
    return about === state.about ? null : { error: undefined, about };
  }

  static getDerivedStateFromError(thrown: unknown): Pick<State, 'error'> {
    return { error: thrown instanceof Error ? thrown : new Error('?', { cause: thrown }) };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    const { error } = this.state;
    const retry = (): void => {
      if (error instanceof PartMissing) location.reload();
      else this.setState({ error: undefined });
    };
    return <Broken error={error} onRetry={retry} />;
  }
}

function Broken({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}): ReactNode {
  const say = useText();
  const isMissing = error instanceof PartMissing;
  return (
    <div className="broken-panel" role="alert">
      <p>
        <strong>{say(isMissing ? 'panel.missing' : 'panel.broken')}</strong>
      </p>
      <p className="quiet">{error.message}</p>
      <Button size="xs" variant="default" onClick={onRetry}>
        {say(isMissing ? 'action.reload' : 'action.retry')}
      </Button>
    </div>
  );
}
