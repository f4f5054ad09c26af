/** Keeps an exception in a view from taking the whole page: something else is drawn instead, until asked to try again. */
import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  readonly children: ReactNode;
  /** `reopen` draws the children anew. */
  readonly renderInstead: (reopen: () => void) => ReactNode;
}

export class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.renderInstead(this.#reopen) : this.props.children;
  }

  readonly #reopen = (): void => this.setState({ broken: false });
}
