/** What the talk concentrates on: what was said, by whom, and a discussion that answers it. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { Signal } from './alerts.queries.ts'
import { alertWords as words } from './alerts.words.ts'

type Topic = NonNullable<Signal['topic']>

/** The member site takes title, kind and topic of a new post in its address. */
const draftPath = ({ word, draftTitle }: Topic) =>
  `/write?${new URLSearchParams({ kind: 'discussion', title: draftTitle, topic: word })}`

export function TopicCard({ signal, topic }: { readonly signal: Signal; readonly topic: Topic }) {
  const t = useT()
  const format = useFormat()
  const by = t(words.saidBy, { count: topic.members })
  return (
    <Card title={t(words.saidTitle)} note={t(words.saidNote)}>
      {topic.said.length === 0 && <p className="muted">{t(words.saidNone)}</p>}
      <ul className="signal-said">
        {topic.said.map(({ postId, text, at }) => (
          <li key={`${postId} ${at}`}>
            <a href={`/posts/${postId}`} target="_blank" rel="noreferrer">
              {text}
            </a>
            <span className="muted small">{format.ago(at)}</span>
          </li>
        ))}
      </ul>
      <p>
        <PeopleDoor
          analysis="words"
          question={{
            range: { from: signal.from, to: signal.to },
            scope: signal.groupId ? { group: signal.groupId } : {},
            of: 'all',
            least: 1,
          }}
          cell={{ of: 'word', word: topic.word }}
          title={by}
          count={topic.members}
        >
          {by}
        </PeopleDoor>
      </p>
      <p className="signal-draft">
        <Button
          type="primary"
          href={draftPath(topic)}
          target="_blank"
          rel="noreferrer"
          icon={<Icon name="edit" size={16} />}
        >
          {t(words.draft)}
        </Button>
        <span className="muted small">{t(words.draftHint)}</span>
      </p>
      <p className="signal-links">
        <Link to="/plan/alerts">{t(words.openRule)}</Link>
      </p>
    </Card>
  )
}
