import { Button } from 'antd'
import { Icon } from '#ui/icon/Icon.tsx'

interface SentProps {
  readonly title: string
  readonly hint: string
  readonly back: string
  readonly goBack: () => void
}

/** A mail is on its way: what to expect, and the way back. */
export function Sent({ title, hint, back, goBack }: SentProps) {
  return (
    <div className="door-card" role="status">
      <span className="state-glyph">
        <Icon name="mail" size={22} />
      </span>
      <h1>{title}</h1>
      <p className="lead">{hint}</p>
      <Button onClick={goBack}>{back}</Button>
    </div>
  )
}
