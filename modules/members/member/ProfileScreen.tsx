import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Card } from '#ui/member/Card.tsx'
import { Field, TextField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { sessionQuery, useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { AvatarCard } from './AvatarCard.tsx'
import BecomeMember from './BecomeMember.tsx'
import { words } from './members.messages.ts'
import { ownProfileQuery } from './members.queries.ts'
import { titles } from './titles.messages.ts'

/** What others see of me. */
export default function ProfileScreen() {
  const t = useT()
  const { member } = useSession()
  return (
    <>
      <PageHead title={t(titles.profile)} back="/me" />
      {member ? <Profile /> : <BecomeMember />}
    </>
  )
}

function Profile() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const { data: profile } = useSuspenseQuery(ownProfileQuery)
  return (
    <div className="grid gap-4">
      <AvatarCard profile={profile} />
      <Card>
        <Form
          className="grid gap-4 py-1"
          label={t(titles.profile)}
          send={async ({ nickname, city, bio }) => {
            const changed = await ask(api.PATCH('/api/member', { body: { nickname, city, bio } }))
            client.setQueryData(ownProfileQuery.queryKey, changed)
            tell(t(words.saved))
            await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
          }}
        >
          <Field
            label={t(words.nickname)}
            name="nickname"
            autoComplete="nickname"
            defaultValue={profile.nickname}
            maxLength={20}
            hint={t(words.nicknameHint)}
            required
          />
          <Field
            label={t(words.city)}
            name="city"
            autoComplete="address-level2"
            defaultValue={profile.city}
            maxLength={60}
          />
          <TextField
            label={t(words.bio)}
            name="bio"
            defaultValue={profile.bio}
            maxLength={300}
            hint={t(words.bioHint)}
          />
          <Submit>{t(words.save)}</Submit>
        </Form>
      </Card>
    </div>
  )
}
