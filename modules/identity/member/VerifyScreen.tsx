import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import BadgeCheck from 'lucide-react/icons/badge-check'
import { useEffect, useRef } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { buttonClass } from '#ui/member/Button.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { PasswordField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { isProblem } from '#ui/member/problem.ts'
import { Bone } from '#ui/member/Skeleton.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useSession } from '#ui/member/session.ts'
import { DoorHead } from './DoorParts.tsx'
import { door } from './door.messages.ts'
import { useDoorSearch } from './entering.ts'

/**
 * Where the link of a verification mail leads: proves the address at once. The link of a sign-up that
 * was opened in another browser asks for the password chosen there, so that nobody can be handed an
 * account that somebody else prepared.
 */
export default function VerifyScreen() {
  const t = useT()
  const client = useQueryClient()
  const { token } = useDoorSearch()
  const { account } = useSession()
  const asked = useRef(false)
  const verify = useMutation({
    mutationFn: (password: string | undefined) =>
      ask(
        api.PUT('/api/email-verification', {
          body: { token: String(token ?? ''), ...(password ? { password } : {}) },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
  })
  const { mutate } = verify
  useEffect(() => {
    // A token works once: not again when React runs effects twice in development.
    if (asked.current) return
    asked.current = true
    mutate(undefined)
  }, [mutate])

  if (verify.isSuccess)
    return (
      <div>
        <span className="mb-4 grid size-14 place-items-center rounded-full bg-pine-soft text-pine">
          <BadgeCheck size={28} aria-hidden />
        </span>
        <DoorHead
          title={t(account ? door.welcomeTitle : door.verifiedTitle)}
          about={t(account ? door.welcomeBody : door.verifiedBody)}
        />
        <Link to={account ? '/' : '/sign-in'} className={buttonClass('solid', true)}>
          {t(account ? door.goHome : door.signIn)}
        </Link>
      </div>
    )

  const code = isProblem(verify.error) ? verify.error.code : undefined
  if (code === 'password_needed' || code === 'password_wrong' || verify.variables)
    return (
      <>
        <DoorHead title={t(door.samePersonTitle)} about={t(door.samePersonAbout)} />
        <Form
          label={t(door.samePersonTitle)}
          send={async ({ password = '' }) => {
            await verify.mutateAsync(password)
          }}
        >
          <PasswordField label={t(door.password)} name="password" autoComplete="current-password" required />
          <Submit>{t(door.confirm)}</Submit>
        </Form>
      </>
    )
  if (verify.isError)
    return (
      <>
        <DoorHead title={t(door.verifyFailedTitle)} />
        <ErrorCard error={verify.error} />
        <div className="grid gap-2.5 pt-4">
          <Link to={account ? '/me/account' : '/join'} className={buttonClass('solid', true)}>
            {t(door.askAgain)}
          </Link>
          <Link to={account ? '/' : '/sign-in'} className={buttonClass('quiet', true)}>
            {t(account ? door.goHome : door.signIn)}
          </Link>
        </div>
      </>
    )
  return (
    <div role="status">
      <DoorHead title={t(door.verifying)} />
      <div className="grid gap-3">
        <Bone width="82%" />
        <Bone width="60%" />
      </div>
    </div>
  )
}
