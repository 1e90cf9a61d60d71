import { type ErrorComponentProps, useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { Empty, Failed } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { useSignOut } from './UserMenu.tsx'
import { shellWords } from './words.ts'

export function NotFound() {
  const t = useT()
  const navigate = useNavigate()
  return (
    <Empty
      page
      icon="search"
      title={t(shellWords.notFound)}
      hint={t(shellWords.notFoundHint)}
      action={<Button onClick={() => navigate({ to: '/' })}>{t(shellWords.toToday)}</Button>}
    />
  )
}

export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <Failed
      page
      error={error}
      retry={() => {
        reset()
        router.invalidate()
      }}
    />
  )
}

/** Signed in, but not on the operating team. */
export function NoConsole({ name }: { name: string }) {
  const t = useT()
  const signOut = useSignOut()
  return (
    <main className="alone">
      <Empty
        page
        icon="lock"
        title={t(shellWords.noConsole)}
        hint={t(shellWords.noConsoleHint, { name })}
        action={
          <>
            <Button href="/">{t(shellWords.openSite)}</Button>
            <Button type="primary" onClick={signOut}>
              {t(shellWords.otherAccount)}
            </Button>
          </>
        }
      />
    </main>
  )
}
