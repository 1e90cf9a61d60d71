/** Where the link of a digest leads: stop it with one press, or have it less often; without signing in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { settingsWords as words } from './settings.words.ts'

export default function StopMailScreen() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { community } = useSession()
  const { token } = useParams({ strict: false }) as { token: string }
  const path = { token }
  const queryKey = ['stop-mail', token]
  const { data, error, isPending } = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(api.GET('/api/stop-mail/{token}', { params: { path }, signal })),
    retry: false,
  })
  const choose = useMutation({
    mutationFn: (digest: 'off' | 'weekly') =>
      ask(api.PUT('/api/stop-mail/{token}', { params: { path }, body: { digest } })),
    onSuccess: (now) => {
      client.setQueryData(queryKey, now)
      if (now.digest !== 'off') tell(t(words.changed, { how: t(words[now.digest]) }))
    },
    onError: (problem) => tell(problem.message, 'bad'),
  })
  const off = data?.digest === 'off'
  return (
    <>
      <h1 tabIndex={-1} className="text-[22px] leading-8 font-semibold">
        {t(words.stopTitle, { community: community.name })}
      </h1>
      {isPending ? <Skeleton lines={2} /> : null}
      {error ? <ErrorCard error={error} /> : null}
      {data ? (
        <div className="grid gap-3 pt-2">
          <p role="status" className="text-[15px] leading-6">
            {off ? t(words.stopped) : t(words.stopNow, { how: t(words[data.digest]) })}
          </p>
          <p className="text-[14px] leading-[22px] text-muted">{t(words.stopBody)}</p>
          {off ? (
            <Button wide sending={choose.isPending} onClick={() => choose.mutate('weekly')}>
              {t(words.again)}
            </Button>
          ) : (
            <>
              <Button wide look="solid" sending={choose.isPending} onClick={() => choose.mutate('off')}>
                {t(words.stop)}
              </Button>
              {data.digest === 'daily' ? (
                <Button wide onClick={() => choose.mutate('weekly')}>
                  {t(words.instead)}
                </Button>
              ) : null}
            </>
          )}
        </div>
      ) : null}
    </>
  )
}
