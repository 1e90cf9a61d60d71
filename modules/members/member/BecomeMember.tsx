import { useMutation, useQueryClient } from '@tanstack/react-query'
import Sprout from 'lucide-react/icons/sprout'
import { useEffect, useRef } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { sessionQuery, useSession } from '#ui/member/session.ts'
import { words } from './become.messages.ts'

/**
 * For accounts that are not members. Someone who just signed up becomes one without a further press (the
 * server does the same a moment later by itself); an operator who was invited to work here is asked.
 */
export default function BecomeMember() {
  const t = useT()
  const client = useQueryClient()
  const { operator } = useSession()
  const begun = useRef(false)
  const join = useMutation({
    mutationFn: () => ask(api.PUT('/api/member', {})),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  const { mutate } = join
  useEffect(() => {
    if (operator || begun.current) return
    begun.current = true
    mutate()
  }, [operator, mutate])

  if (join.isError) return <ErrorCard error={join.error} retry={() => mutate()} />
  if (!operator) return <Skeleton lines={3} />
  return (
    <Card>
      <Empty
        icon={<Sprout size={22} />}
        title={t(words.notMember)}
        action={
          <Button look="solid" sending={join.isPending} onClick={() => mutate()}>
            {t(words.joinNow)}
          </Button>
        }
      >
        {t(words.notMemberBody)}
      </Empty>
    </Card>
  )
}
