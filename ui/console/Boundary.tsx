import { Component, type ReactNode } from 'react'
import { Failed } from './states.tsx'

interface BoundaryProps {
  readonly reset?: () => void
  readonly page?: boolean
  readonly children: ReactNode
}

/** Keeps a broken part from taking the whole screen with it. */
export class Boundary extends Component<BoundaryProps, { error?: unknown }> {
  override state: { error?: unknown } = {}
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <Failed
        page={this.props.page}
        error={this.state.error}
        retry={() => {
          this.props.reset?.()
          this.setState({ error: undefined })
        }}
      />
    )
  }
}
