/** A part of a page that could not be loaded: what happened, the number to quote, and a way to try again. */

import { useT } from '../locale/locale.tsx'
import { Button } from './Button.tsx'
import { Glyph } from './Glyph.tsx'
import { LateGlyph } from './LateGlyph.tsx'
import { later } from './later.messages.ts'
import { isProblem } from './problem.ts'
import { words } from './words.messages.ts'

export function ErrorCard({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useT()
  const problem = isProblem(error) ? error : undefined
  const offline = problem?.code === 'offline'
  return (
    <div role="alert" className="rounded-card border border-line bg-card px-4 py-6 text-center">
      {offline ? (
        <Glyph name="cloudOff" size={28} className="mx-auto text-muted" />
      ) : (
        <LateGlyph name="warning" size={28} className="mx-auto text-muted" />
      )}
      <p className="mt-2 text-[16px] leading-6 font-semibold">
        {offline ? t(words.offlineTitle) : (problem?.message ?? t(later.brokenTitle))}
      </p>
      {offline ? (
        <p className="mx-auto mt-1 max-w-[36ch] text-[14px] leading-[22px] text-muted">
          {t(words.offlineBody)}
        </p>
      ) : null}
      {!offline && (problem?.requestId ?? problem?.code) ? (
        <p className="mt-1 text-[13px] leading-5 break-all text-muted">
          {t(later.brokenCode, { code: [problem?.code, problem?.requestId].filter(Boolean).join(' · ') })}
        </p>
      ) : null}
      {retry ? (
        <div className="mt-4">
          <Button onClick={retry}>{t(words.retry)}</Button>
        </div>
      ) : null}
    </div>
  )
}
