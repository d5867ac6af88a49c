import { Component, type ReactNode } from 'react'

/** Keeps an error inside its figure: the page around it stays as it is. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className="fig-failed" role="alert">
        <p>
          <b>This figure cannot be drawn:</b> it met an error of its own. Nothing else on this page
          is touched, and nothing that you wrote is lost.
        </p>
        <button
          type="button"
          className="link-button"
          onClick={() => this.setState({ failed: false })}
        >
          Draw it again from its start
        </button>
      </div>
    )
  }
}
