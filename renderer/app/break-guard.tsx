import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

interface BreakGuardProps {
  /** What is drawn inside, in words of the shown language. */
  what: string;
  /** What the pane is about now: a failure belongs to it, and another is drawn afresh. */
  of: string;
  children: ReactNode;
}

export interface BreakState {
  broken: Error | null;
  /** What was being drawn, as `of`. */
  of: string;
}

/** Keeps a failure inside one pane: says what happened and that the work is safe; offers to draw again or reload. */
export class BreakGuard extends Component<BreakGuardProps, BreakState> {
  override state: BreakState = { broken: null, of: this.props.of };

  static getDerivedStateFromProps({ of }: Pick<BreakGuardProps, 'of'>, state: BreakState): BreakState | null {
    return of === state.of ? null : { broken: null, of };
  }

  static getDerivedStateFromError(broken: unknown): Pick<BreakState, 'broken'> {
    return { broken: broken instanceof Error ? broken : new Error(String(broken)) };
  }

  override render() {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    return <BrokenWords what={this.props.what} error={broken} onRetry={() => this.setState({ broken: null })} />;
  }
}

function BrokenWords({ what, error, onRetry }: { what: string; error: Error; onRetry: () => void }) {
  const say = useSay();
  return (
    <section className="broken" role="alert">
      <h2>{say('broken.title')}</h2>
      <p>{say('broken.words', { what })}</p>
      <small>{say('broken.detail', { detail: `${error.name}: ${error.message}`.slice(0, 300) })}</small>
      <Button look="primary" onClick={onRetry}>
        {say('broken.retry')}
      </Button>
      <Button onClick={() => window.location.reload()}>{say('boot.reload')}</Button>
    </section>
  );
}
