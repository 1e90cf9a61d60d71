/** What a member may do now, and what the next level of trust asks of him. */
import { useQuery } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Card } from '#ui/member/Card.tsx'
import { Conditions } from '#ui/member/Conditions.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { trustTitle } from './titles.messages.ts'
import { words } from './trust.words.ts'

interface Limits {
  readonly links: number
  readonly images: number
  readonly postsPerDay: number
  readonly commentsPerDay: number
  readonly videos: boolean
  readonly polls: boolean
  readonly newTopics: boolean
}

export default function TrustScreen() {
  const t = useT()
  const { member } = useSession()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['member', member?.id ?? '', 'trust'],
    queryFn: ({ signal }) => ask(api.GET('/api/member/trust', { signal })),
  })
  return (
    <>
      <PageHead title={t(trustTitle.trust)} about={t(words.about)} back="/me" />
      {isPending ? (
        <Skeleton lines={4} />
      ) : !data ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : (
        <div className="grid gap-4">
          <Card title={t(words.now, { name: data.name })}>
            {data.byHand ? <p className="text-[14px] leading-[22px] text-muted">{t(words.byHand)}</p> : null}
            <h3 className="mt-2 text-[14px] leading-[22px] font-medium">{t(words.can)}</h3>
            <Allowed limits={data.limits} />
          </Card>
          {data.next ? (
            <Card
              title={
                data.next.asks.every((line) => line.met)
                  ? t(words.ready, { name: data.next.name })
                  : t(words.next, {
                      name: data.next.name,
                      count: data.next.asks.filter((line) => !line.met).length,
                    })
              }
            >
              <Conditions lines={data.next.asks} />
              <h3 className="mt-4 text-[14px] leading-[22px] font-medium">
                {t(words.after, { name: data.next.name })}
              </h3>
              <Allowed limits={data.next.limits} before={data.limits} />
            </Card>
          ) : (
            <p className="px-1 text-[14px] leading-[22px] text-muted">{t(words.top)}</p>
          )}
        </div>
      )}
    </>
  )
}

/** What the limits allow; with `before`, only what is new. */
function Allowed({ limits, before }: { limits: Limits; before?: Limits }) {
  const t = useT()
  const numbers = [
    ['links', words.links],
    ['images', words.images],
    ['postsPerDay', words.posts],
    ['commentsPerDay', words.comments],
  ] as const
  const rights = [
    ['videos', words.videos],
    ['polls', words.polls],
    ['newTopics', words.topics],
  ] as const
  return (
    <ul className="mt-1 grid gap-x-6 gap-y-1 text-[14px] leading-[22px] text-muted sm:grid-cols-2">
      {numbers
        .filter(([key]) => limits[key] !== before?.[key])
        .map(([key, says]) => (
          <li key={key}>{t(says, { count: limits[key] })}</li>
        ))}
      {rights
        .filter(([key]) => limits[key] && !before?.[key])
        .map(([key, says]) => (
          <li key={key}>{t(says)}</li>
        ))}
    </ul>
  )
}
