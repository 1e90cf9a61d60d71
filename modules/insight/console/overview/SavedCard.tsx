import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { attributionWords } from '../attribution/attribution.words.ts'
import { frameWords } from '../frame/frame.words.ts'
import { newestSavedQuery } from '../frame/saved.queries.ts'
import { funnelWords } from '../funnel/funnel.words.ts'
import { lifecycleWords } from '../lifecycle/lifecycle.words.ts'
import { networkWords } from '../network/network.words.ts'
import { pathsWords } from '../paths/paths.words.ts'
import { words as purchasesWords } from '../purchases/purchases.words.ts'
import { retentionWords } from '../retention/retention.words.ts'
import { trendWords } from '../trends/trends.words.ts'
import { valueWords } from '../value/value.words.ts'
import { wordsWords } from '../words/words.words.ts'
import { overviewWords as words } from './overview.words.ts'

/** Where the questions of an analysis are asked, and what that screen is called. */
const screens = {
  overview: { to: '/insight', label: words.overview },
  trend: { to: '/insight/trends', label: trendWords.trends },
  funnel: { to: '/insight/funnel', label: funnelWords.nav },
  retention: { to: '/insight/retention', label: retentionWords.nav },
  lifecycle: { to: '/insight/lifecycle', label: lifecycleWords.nav },
  paths: { to: '/insight/paths', label: pathsWords.nav },
  attribution: { to: '/insight/attribution', label: attributionWords.nav },
  network: { to: '/insight/network', label: networkWords.nav },
  words: { to: '/insight/words', label: wordsWords.nav },
  repurchase: { to: '/insight/purchases', label: purchasesWords.nav },
  value: { to: '/insight/value', label: valueWords.nav },
} as const
const screenOf = (analysis: string) =>
  analysis in screens ? screens[analysis as keyof typeof screens] : undefined

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
