import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { words } from './data.messages.ts'
import { copyQuery } from './data.queries.ts'

/** Everything about oneself in one file, made at once and fetched by nobody else. */
export function CopyCard() {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const { data: copy } = useSuspenseQuery(copyQuery)
  const make = useMutation({
    mutationFn: () => ask(api.POST('/api/member/copy')),
    onError: (error) => tell(error.message, 'bad'),
    onSettled: () => client.invalidateQueries({ queryKey: copyQuery.queryKey }),
  })
  return (
    <Card title={t(words.copy)}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.copyAbout)}</p>
      <div className="flex flex-wrap items-center gap-3 pt-3 pb-1" aria-live="polite">
        {copy.state === 'ready' && copy.url ? (
          <>
            <a href={copy.url} download className={buttonClass('plain')}>
              <Download size={17} aria-hidden />
              {t(words.download)}
            </a>
            {copy.readyAt ? (
              <span className="text-[13px] leading-5 text-muted">
                {t(words.readyAt, { when: format.ago(copy.readyAt) })}
              </span>
            ) : null}
            <Button look="quiet" sending={make.isPending} onClick={() => make.mutate()}>
              {t(words.again)}
            </Button>
          </>
        ) : copy.state === 'making' ? (
          <Button sending>{t(words.making)}</Button>
        ) : (
          <Button
            icon={<Download size={17} aria-hidden />}
            sending={make.isPending}
            onClick={() => make.mutate()}
          >
            {t(words.makeCopy)}
          </Button>
        )}
      </div>
    </Card>
  )
}
