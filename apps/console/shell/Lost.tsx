import { type ErrorComponentProps, Navigate, useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { areas, entriesOf } from './areas.ts'
import { useSignOut } from './UserMenu.tsx'
import { useHere } from './useHere.ts'
import { shellWords } from './words.ts'

/** An address without a screen; that of an area leads to the first of its screens that one may open. */
export function NotFound() {
  const t = useT()
  const navigate = useNavigate()
  const may = useMay()
  const here = useHere()
  const area = areas.find(({ path }) => path === here)
  const first = area && entriesOf(area.area, may)[0]
  if (first) return <Navigate to={first.path} replace />
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
