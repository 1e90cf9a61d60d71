/** How lists are ordered, for everybody; and for a member what his recommendations are made of, with the switch. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Message } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { Toggle } from '#ui/member/Toggle.tsx'
import { type Interest, personalQuery, usePersonalSwitch } from './personal.queries.ts'
import { ranking } from './ranking.words.ts'

export default function RankingScreen() {
  const t = useT()
  const { member } = useSession()
  return (
    <div className="mx-auto grid max-w-[680px] gap-3">
      <PageHead title={t(ranking.title)} about={t(ranking.about)} back="/" />
      {member ? <Personal /> : null}
      <Rules
        title={ranking.hotTitle}
        lines={[ranking.hotOne, ranking.hotTwo, ranking.hotThree, ranking.hotFour]}
      />
      <Rules
        title={ranking.forYouTitle}
        lines={[ranking.forYouOne, ranking.forYouTwo, ranking.forYouThree]}
      />
      <Rules title={ranking.otherTitle} lines={[ranking.other, ranking.appeal]} />
    </div>
  )
}

function Rules({ title, lines }: { title: Message; lines: readonly Message[] }) {
  const t = useT()
  return (
    <Card title={t(title)}>
      <ul className="mt-1.5 grid list-disc gap-1.5 pl-5 text-[15px] leading-6">
        {lines.map((line) => (
          <li key={line.en} className="text-pretty marker:text-muted">
            {t(line)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Personal() {
  const t = useT()
  const { data, error, isPending, refetch } = useQuery(personalQuery)
  const change = usePersonalSwitch()
  if (isPending) return <Skeleton lines={2} />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  return (
    <>
      <Card>
        <Toggle
          label={t(ranking.switchTitle)}
          note={t(ranking.switchNote)}
          on={data.on}
          busy={change.isPending}
          change={(on) => change.mutate(on)}
        />
      </Card>
      {data.on && (
        <Card title={t(ranking.interests)}>
          <p className="mt-1 text-[14px] leading-[22px] text-muted">
            {t(data.interests.length === 0 ? ranking.noInterests : ranking.interestsNote)}
          </p>
          <ul className="mt-1 divide-y divide-line-soft">
            {data.interests.map((interest) => (
              <Line key={`${interest.what}${interest.id}`} interest={interest} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function Line({ interest }: { interest: Interest }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { what, id, name, because, refused } = interest
  const change = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/member/interests/{what}/{id}', {
          params: { path: { what, id } },
          body: { refused: !refused },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: personalQuery.queryKey })
      client.removeQueries({ queryKey: ['feed', 'list', { view: 'forYou' }], type: 'inactive' })
    },
    onError: (error) => tell(error.message, 'bad'),
  })
  return (
    <li className="flex min-h-[60px] items-center gap-3 py-1">
      <span className="min-w-0 flex-1">
        <span className={`block truncate text-[15px] leading-6 ${refused ? 'text-muted line-through' : ''}`}>
          {what === 'topic' ? `#${name}` : name}
        </span>
        <span className="block text-[13px] leading-5 text-muted">
          {refused ? t(ranking.refused) : because}
        </span>
      </span>
      <Button look="quiet" sending={change.isPending} onClick={() => change.mutate()}>
        {t(refused ? ranking.use : ranking.refuse)}
      </Button>
    </li>
  )
}
