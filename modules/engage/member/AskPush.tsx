/** Offers push once, in words; the browser's own question comes only after a press. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { inboxWords as words } from './inbox.words.ts'
import { type PushState, readPushState, turnPushOn } from './push.ts'

const saidLater = 'juluo.push-later'
export const pushStateQuery = { queryKey: ['push-state'], queryFn: readPushState }

export function AskPush() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { data: state } = useQuery(pushStateQuery)
  const [hidden, setHidden] = useState(() => localStorage.getItem(saidLater) !== null)
  const [busy, setBusy] = useState(false)
  if (hidden || state !== 'off') return null
  const later = () => {
    localStorage.setItem(saidLater, '1')
    setHidden(true)
  }
  return (
    <Card className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-3 bg-pine-soft/40">
      <div className="min-w-[220px] flex-1">
        <p className="text-[15px] leading-6 font-semibold">{t(words.askTitle)}</p>
        <p className="text-[14px] leading-[22px] text-muted">{t(words.askBody)}</p>
      </div>
      <div className="flex gap-2">
        <Button
          look="solid"
          sending={busy}
          onClick={async () => {
            setBusy(true)
            const now = await turnPushOn().catch((): PushState | undefined => undefined)
            setBusy(false)
            await client.invalidateQueries({ queryKey: pushStateQuery.queryKey })
            if (now === 'on') tell(t(words.pushOn))
            else tell(t(now === 'denied' ? words.pushDenied : words.pushFailed), 'bad')
          }}
        >
          {t(words.askYes)}
        </Button>
        <Button look="quiet" onClick={later}>
          {t(words.askLater)}
        </Button>
      </div>
    </Card>
  )
}
