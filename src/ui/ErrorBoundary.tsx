import { Component, type ReactNode } from 'react';

interface Props {
  /** Drawn in place of what broke; `again` tries once more. */
  readonly fallback: (again: () => void) => ReactNode;
  /** A change of this value (a new address, a new record) tries once more by itself. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
  readonly resetKey: string | undefined;
}

/**
 * Keeps a fault of one view from taking the page with it. What was thrown is neither shown nor logged: it may hold
 * words of the record.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { broken: false, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    return this.state.broken
      ? this.props.fallback(() => this.setState({ broken: false }))
      : this.props.children;
  }
}
