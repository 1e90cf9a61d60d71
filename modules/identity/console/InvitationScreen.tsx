import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { House } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { useSession } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { doorWords } from './door.words.ts'
import { useEnter } from './entering.ts'

interface Invited {
  readonly email: string
  readonly roleName: string
  readonly community: string
  readonly hasAccount: boolean
}

interface Joining {
  readonly name?: string
  readonly password?: string
}

const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      take<Invited>(api.GET('/api/operators/invitations/{token}', { params: { path: { token } }, signal })),
    retry: false,
  })

/** Where an invitation leads: a name and a password, or just a yes from somebody signed in. */
export default function InvitationScreen() {
  const { token } = useParams({ strict: false }) as { token: string }
  const t = useT()
  const rules = useRules()
  const enter = useEnter()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { account, community } = useSession()
  const invited = useSuspenseQuery(invitationQuery(token)).data
  const mustSignIn = !account && invited.hasAccount
  const lead = account
    ? t(doorWords.invitationSignedIn, { name: account.name })
    : t(mustSignIn ? doorWords.invitationHasAccount : doorWords.invitationLead, { email: invited.email })
  return (
    <div className="door-card">
      <div className="door-brand">
        <House name={community.name} url={community.logoUrl} size={40} />
        <b>
          {community.name}
          <small>{t(doorWords.invitationAs, { email: invited.email, role: invited.roleName })}</small>
        </b>
      </div>
      <h1>{t(doorWords.invitation, { name: invited.community })}</h1>
      <p className="lead">{lead}</p>
      {mustSignIn ? (
        <Button
          type="primary"
          size="large"
          block
          onClick={() => navigate({ to: '/sign-in', search: { next: `/join/${token}` } as never })}
        >
          {t(doorWords.enter)}
        </Button>
      ) : (
        <AskForm<Joining>
          submit={async (values) => {
            await take(
              api.POST('/api/operators/invitations/{token}', { params: { path: { token } }, body: values }),
            )
            message.success(t(doorWords.accepted))
            await enter()
          }}
          verb={t(doorWords.accept)}
          block
        >
          {!account && (
            <>
              <Form.Item name="name" label={t(doorWords.yourName)} rules={[rules.needed(doorWords.yourName)]}>
                <Input size="large" autoComplete="name" maxLength={60} autoFocus />
              </Form.Item>
              <Form.Item
                name="password"
                label={t(doorWords.password)}
                rules={[rules.needed(doorWords.password), rules.password]}
              >
                <Input.Password size="large" autoComplete="new-password" />
              </Form.Item>
            </>
          )}
        </AskForm>
      )}
    </div>
  )
}
