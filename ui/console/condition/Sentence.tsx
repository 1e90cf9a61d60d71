import type { SentencePart } from './preview.ts'
import type { Path } from './tree.ts'
import './show.css'

interface Props {
  readonly parts: readonly SentencePart[]
  readonly pointed?: Path | undefined
  readonly point?: (path: Path | undefined) => void
  /** An older sentence, while the present one is on its way. */
  readonly stale?: boolean
}

/** The condition as one reads it; each underlined piece is a condition below. */
export function Sentence({ parts, pointed, point, stale }: Props) {
  const find = (path: Path) => {
    const row = document.querySelector(`.cb [data-path="${path}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector<HTMLElement>('.cb-handle, .chip')?.focus()
  }
  return (
    <p className={`cb-sentence ${stale ? 'stale' : ''}`} aria-live="polite">
      {parts.map((part, place) => {
        const { path } = part
        // 成员：
        if (place === 0 && path === null) return <i key="subject">{part.text}</i>
        if (path === null || !point)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence are its order
            <span key={place} className={path === null ? undefined : 'cb-piece'}>
              {part.text}
            </span>
          )
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button does not break across lines, and a sentence must
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence are its order
            key={place}
            role="button"
            tabIndex={0}
            className={`cb-piece ${pointed === path ? 'on' : ''}`}
            onPointerEnter={() => point(path)}
            onPointerLeave={() => point(undefined)}
            onClick={() => find(path)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              find(path)
            }}
          >
            {part.text}
          </span>
        )
      })}
    </p>
  )
}
