import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { formatDay } from '#base/time/format.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { kindLabels } from '../../content.messages.ts'
import { type Mix, mixQuery } from './posts.queries.ts'
import { mixWords as words } from './posts.words.ts'
import './posts.css'

const periods = { 7: words.days7, 28: words.days28, 90: words.days90 } as const

/** What a period was made of (S0-19), and whose works stood out (S4-69, S4-70). */
export default function MixScreen() {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const [url, setUrl] = useUrlState()
  const days = url.days === '7' || url.days === '90' ? (Number(url.days) as 7 | 90) : 28
  const { from, to } = useLastDays(days)
  const query = useQuery(mixQuery(from, to))
  if (query.isPending) return <SkeletonPage />
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} page />
  const mix = query.data
  const most = mix.kinds[0]
  return (
    <Page
      title={
        most
          ? t(words.title, { count: format.number(mix.posts), kind: t(kindLabels[most.name]) })
          : t(words.titleNone)
      }
      lead={[
        t(words.lead, { from: formatDay(from, locale), to: formatDay(to, locale) }),
        mix.questions > 0
          ? t(words.answered, {
              questions: format.number(mix.questions),
              answered: format.number(mix.answered),
            })
          : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <Segmented
          value={days}
          options={([7, 28, 90] as const).map((value) => ({ value, label: t(periods[value]) }))}
          onChange={(value) => setUrl({ days: value === 28 ? undefined : String(value) })}
        />
      }
    >
      <div className="split">
        <div className="stack">
          <Card title={t(words.kinds)} flush>
            <Shares
              rows={mix.kinds.map((row) => ({
                ...row,
                label: t(kindLabels[row.name]),
                behind: { kind: row.name, from, to },
              }))}
              of={mix.posts}
            />
          </Card>
          <Card title={t(words.topics)} flush>
            <Shares
              rows={mix.topics.map((row) => ({
                ...row,
                label: `#${row.name}`,
                behind: { topic: row.id, from, to },
              }))}
              of={mix.posts}
            />
          </Card>
        </div>
        <Creators creators={mix.creators} />
      </div>
    </Page>
  )
}

interface Share {
  readonly label: string
  /** Filters of the list of posts. */
  readonly behind: Readonly<Record<string, string>>
  readonly posts: number
  readonly reads: number
  readonly interactions: number
}

function Shares({ rows, of }: { rows: readonly Share[]; of: number }) {
  const t = useT()
  const format = useFormat()
  if (rows.length === 0) return <p className="rows-empty muted">{t(words.titleNone)}</p>
  return (
    <table className="mix-table">
      <thead>
        <tr>
          <th scope="col">{t(words.share)}</th>
          <th scope="col" className="num">
            {t(words.postsHead)}
          </th>
          <th scope="col" className="num mix-reads">
            {t(words.reads)}
          </th>
          <th scope="col" className="num">
            {t(words.rate)}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">
              <span className="mix-label">{row.label}</span>
              <svg className="mix-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect width="100" height="6" rx="1" className="mix-rest" />
                <rect width={of === 0 ? 0 : (row.posts / of) * 100} height="6" rx="1" className="mix-part" />
              </svg>
              <small className="muted">{format.percent(of === 0 ? 0 : row.posts / of)}</small>
            </th>
            <td className="num">
              <Link to="/content" search={row.behind as never} className="door">
                {format.number(row.posts)}
              </Link>
            </td>
            <td className="num mix-reads">{format.number(row.reads)}</td>
            <td className="num">{row.reads === 0 ? '—' : format.percent(row.interactions / row.reads)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Creators({ creators }: { creators: Mix['creators'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card
      title={t(words.creators)}
      note={t(words.creatorsNote)}
      extra={
        <Link to="/content" search={{ mark: 'featured' } as never} className="door mix-more">
          {t(words.seeFeatured)}
        </Link>
      }
    >
      {creators.length === 0 ? (
        <p className="muted">{t(words.creatorsNone)}</p>
      ) : (
        <ul className="mix-creators">
          {creators.map((person) => (
            <li key={person.id}>
              <Person
                id={person.id}
                name={person.name}
                url={person.avatarUrl}
                memberId={person.id}
                note={t(words.featured, { count: format.number(person.featured) })}
              />
              <span className="muted">
                {t(words.reads)} {format.number(person.reads)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The last so many days of the community's calendar, today included. */
function useLastDays(days: number): { from: string; to: string } {
  const { timeZone, now } = useReading()
  const dayOf = (moment: number) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment)
  return { from: dayOf(now() - (days - 1) * 86_400_000), to: dayOf(now()) }
}
