/** The four states besides the content: loading, empty, failed, not allowed. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { asProblem } from './problem.ts'
import { words } from './words.ts'
import './states.css'

interface EmptyProps {
  readonly icon: IconName
  readonly title: string
  /** What to do about it. */
  readonly hint?: string
  readonly action?: ReactNode
  /** It is the whole screen, so its title is the page's heading. */
  readonly page?: boolean
}

export function Empty({ icon, title, hint, action, page }: EmptyProps) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className="state">
      <span className="state-glyph">
        <Icon name={icon} size={22} />
      </span>
      <Title className="state-title">{title}</Title>
      {hint && <p className="state-hint">{hint}</p>}
      {action && <div className="state-action">{action}</div>}
    </div>
  )
}

interface FailedProps {
  readonly error: unknown
  readonly retry?: () => void
  readonly page?: boolean
}

/** What happened, the code and the request's number (to quote to an administrator), and a way on. */
export function Failed({ error, retry, page }: FailedProps) {
  const t = useT()
  const problem = asProblem(error)
  const Title = page ? 'h1' : 'p'
  return (
    <div className="state" role="alert">
      <span className="state-glyph bad">
        <Icon name="warn" size={22} />
      </span>
      <Title className="state-title">{problem.message || t(words.failed)}</Title>
      <p className="state-hint">
        <span>{t(words.problemCode, { code: problem.code })}</span>
        {problem.requestId && <span>{t(words.requestNumber, { id: problem.requestId })}</span>}
      </p>
      {retry && (
        <div className="state-action">
          <Button onClick={retry}>{t(words.retry)}</Button>
        </div>
      )}
    </div>
  )
}

export function NotAllowed({ permission }: { permission?: string }) {
  const t = useT()
  return (
    <Empty
      page
      icon="lock"
      title={t(words.noPermission)}
      hint={permission ? t(words.noPermissionHint, { permission }) : undefined}
    />
  )
}

/** Grey lines where rows will be: the shape of what is coming, and a word for screen readers. */
export function SkeletonRows({ rows = 8, height = 46 }: { rows?: number; height?: number }) {
  const t = useT()
  return (
    <div className="skeleton" role="status" aria-label={t(words.loading)}>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: equal placeholders have no other identity
          key={row}
          className="skeleton-row"
          style={{ height }}
        >
          <i style={{ width: `${34 - (row % 3) * 6}%` }} />
          <i style={{ width: `${16 - (row % 2) * 4}%` }} />
          <i style={{ width: '10%' }} />
        </div>
      ))}
    </div>
  )
}

/** The shape of a screen that is on its way. */
export function SkeletonPage() {
  return (
    <div className="skeleton-page">
      <i className="skeleton-title" />
      <div className="card flush">
        <SkeletonRows />
      </div>
    </div>
  )
}
