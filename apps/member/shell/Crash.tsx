import { useRouter } from '@tanstack/react-router'
import { render } from '#base/i18n/messages.ts'
import { initialLocale } from '#ui/locale/locale.tsx'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { isProblem } from '#ui/member/problem.ts'
import { words } from '#ui/member/words.messages.ts'
import { shell } from '../app.messages.ts'
import { Notice } from './Notice.tsx'

/**
 * The last resort: something threw while a screen was drawn or the site could not be reached at all.
 * It stands above the language provider, so it asks the device for the language itself.
 */
export function Crash({ error }: { error: unknown }) {
  const router = useRouter()
  const locale = initialLocale()
  const t = (message: { zh: string; en: string }, values?: Record<string, string>) =>
    render(message, locale, values)
  const problem = isProblem(error) ? error : undefined
  const offline = problem?.code === 'offline'
  const code = problem ? [problem.code, problem.requestId].filter(Boolean).join(' · ') : nameOf(error)
  return (
    <Notice
      title={offline ? t(words.offlineTitle) : t(shell.crashTitle)}
      body={
        <>
          <p>{offline ? t(words.offlineBody) : (problem?.message ?? t(shell.crashBody))}</p>
          {offline ? null : <p className="mt-2 text-[13px] break-all">{t(shell.crashCode, { code })}</p>}
        </>
      }
    >
      <Button look="solid" onClick={() => (problem ? void router.invalidate() : location.reload())}>
        {problem ? t(words.retry) : t(shell.reload)}
      </Button>
      {offline ? null : (
        <a href="/" className={buttonClass('plain')}>
          {t(shell.toHome)}
        </a>
      )}
    </Notice>
  )
}

const nameOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 120) : 'unknown'
