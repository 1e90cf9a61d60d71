/** A link to a screen of the console with the question that it is to answer (`useQuestion` reads it there). */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface Props {
  /** A path of the console: `/insight/trends`. */
  readonly to: string
  readonly question?: object | null | undefined
  readonly className?: string
  readonly title?: string
  readonly children: ReactNode
}

export function QuestionLink({ to, question, ...rest }: Props) {
  return <Link to={to} search={question ? { q: JSON.stringify(question) } : {}} {...rest} />
}
