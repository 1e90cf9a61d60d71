import { CopyButton } from './CopyButton.tsx'
import './copyable.css'

/** A value to take along: shown whole, selectable, and copied by one button. */
export function Copyable({ value, label }: { value: string; label: string }) {
  return (
    <span className="copyable">
      <code>{value}</code>
      <CopyButton value={value} label={label} />
    </span>
  )
}

/** Lines of code to take along: what they are for, and one button that copies them all. */
export function Snippet({ value, label }: { value: string; label: string }) {
  return (
    <figure className="snippet">
      <figcaption>
        <span>{label}</span>
        <CopyButton value={value} label={label} />
      </figcaption>
      <pre>{value}</pre>
    </figure>
  )
}
