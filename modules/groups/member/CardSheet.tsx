/** My name and introduction in a group; and the way out. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Field, TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Sheet } from '#ui/member/Sheet.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import type { GroupPage } from './groups.queries.ts'
import { words } from './groups.words.ts'

export function CardSheet({
  group,
  you,
  open,
  close,
}: {
  group: GroupPage
  you: NonNullable<GroupPage['you']>
  open: boolean
  close: () => void
}) {
  const t = useT()
  const [leaving, setLeaving] = useState(false)
  const shut = () => {
    setLeaving(false)
    close()
  }
  return (
    <Sheet
      open={open}
      close={shut}
      title={leaving ? t(words.leaveSure, { name: group.name }) : t(words.myCard)}
      about={leaving ? t(words.leaveBody) : group.name}
    >
      {leaving ? (
        <Leaving group={group} stay={() => setLeaving(false)} />
      ) : (
        <Editing group={group} you={you} close={shut} leave={() => setLeaving(true)} />
      )}
    </Sheet>
  )
}

function Editing({
  group,
  you,
  close,
  leave,
}: {
  group: GroupPage
  you: NonNullable<GroupPage['you']>
  close: () => void
  leave: () => void
}) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  return (
    <Form
      send={async ({ cardName = '', introduction = '' }) => {
        await ask(
          api.PATCH('/api/site/groups/{slug}/membership', {
            params: { path: { slug: group.slug } },
            body: { cardName, introduction },
          }),
        )
        await client.invalidateQueries({ queryKey: ['groups'] })
        tell(t(words.saved))
        close()
      }}
    >
      <Field
        label={t(words.cardName)}
        name="cardName"
        defaultValue={you.cardName}
        maxLength={30}
        hint={t(words.cardNameHint)}
      />
      <TextField
        label={t(words.introduction)}
        name="introduction"
        defaultValue={you.introduction}
        maxLength={300}
        rows={4}
        hint={t(words.introductionHint)}
      />
      <Submit>{t(words.save)}</Submit>
      {you.mayLeave ? (
        <Button look="remove" wide onClick={leave}>
          {t(words.leave)}
        </Button>
      ) : null}
    </Form>
  )
}

function Leaving({ group, stay }: { group: GroupPage; stay: () => void }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const go = useNavigate()
  return (
    <Form
      send={async () => {
        await ask(
          api.DELETE('/api/site/groups/{slug}/membership', { params: { path: { slug: group.slug } } }),
        )
        tell(t(words.left))
        await go({ to: '/groups' })
        await client.invalidateQueries({ queryKey: ['groups'] })
      }}
    >
      <Button wide onClick={stay}>
        {t(words.stay)}
      </Button>
      <Submit look="danger">{t(words.leaveYes)}</Submit>
    </Form>
  )
}
