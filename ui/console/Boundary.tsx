import { Component, type ReactNode } from 'react'
import { Failed } from './states.tsx'

/** Keeps a broken part from taking the whole screen with it. */
export class Boundary extends Component<{ reset?: () => void; children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <Failed
        error={this.state.error}
        retry={() => {
          this.props.reset?.()
          this.setState({ error: undefined })
        }}
      />
    )
  }
}
