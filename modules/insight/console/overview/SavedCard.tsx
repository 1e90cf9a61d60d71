import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { frameWords } from '../frame/frame.words.ts'
import { newestSavedQuery } from '../frame/saved.queries.ts'
import { screenOf } from '../frame/screens.ts'
import { overviewWords as words } from './overview.words.ts'

/** What the team asks again and again, from every analysis; nothing kept: nothing shown. */
export function SavedCard() {
  const t = useT()
  const saved = useQuery(newestSavedQuery).data ?? []
  const shown = saved.flatMap((one) => {
    const screen = screenOf(one.analysis)
    return screen ? [{ ...one, screen }] : []
  })
  if (shown.length === 0) return null
  return (
    <Card title={t(words.savedTitle)} note={t(words.savedNote)}>
      <ul className="ov-saved">
        {shown.map(({ id, name, note, own, by, question, screen }) => (
          <li key={id}>
            <Link to={screen.to} search={{ q: JSON.stringify(question), saved: id }}>
              <small className="muted">{t(screen.label)}</small>
              <b>{name}</b>
              <small className="muted">
                {[
                  own ? t(frameWords.mine) : by ? t(frameWords.by, { name: by }) : t(frameWords.byNobody),
                  note,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
