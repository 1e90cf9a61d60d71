/** What a view says when there is nothing in it. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { emptyWords as words } from './empty.words.ts'

const says = {
  latest: [words.emptyTitle, words.emptyBody],
  active: [words.emptyTitle, words.emptyBody],
  hot: [words.hotEmpty, words.hotEmptyBody],
  following: [words.followingEmpty, words.followingEmptyBody],
  unanswered: [words.unansweredEmpty, words.unansweredEmptyBody],
  forYou: [words.hotEmpty, words.hotEmptyBody],
  featured: [words.featuredEmpty, words.featuredEmptyBody],
} as const

/** `children`: what the list of something says instead. */
export default function EmptyView({ view, children }: { view: keyof typeof says; children?: ReactNode }) {
  const t = useT()
  const [title, body] = says[view]
  if (children) return <Card>{children}</Card>
  return (
    <Card>
      <Empty
        icon={<Glyph name={view === 'unanswered' ? 'check' : 'speech'} size={22} />}
        title={t(title)}
        action={
          view === 'following' ? (
            <Link to="/topics" className={buttonClass('plain')}>
              {t(words.findTopics)}
            </Link>
          ) : undefined
        }
      >
        {t(body)}
      </Empty>
    </Card>
  )
}
