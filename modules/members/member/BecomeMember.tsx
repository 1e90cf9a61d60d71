import { useMutation, useQueryClient } from '@tanstack/react-query'
import Sprout from 'lucide-react/icons/sprout'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { sessionQuery } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { words } from './members.messages.ts'

/** For accounts that are not members: operators who were invited to work here. */
export function BecomeMember() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const join = useMutation({
    mutationFn: () => ask(api.PUT('/api/member')),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    onError: (error) => tell(error.message, 'bad'),
  })
  return (
    <Card>
      <Empty
        icon={<Sprout size={22} />}
        title={t(words.notMember)}
        action={
          <Button look="solid" sending={join.isPending} onClick={() => join.mutate()}>
            {t(words.joinNow)}
          </Button>
        }
      >
        {t(words.notMemberBody)}
      </Empty>
    </Card>
  )
}
