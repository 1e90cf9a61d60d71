/** Two devices wrote on the same draft: one chooses, nothing is lost unasked. */
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { composeWords as words } from './compose.words.ts'
import type { Draft } from './drafts.ts'

export function Conflict({ newer, keep, take }: { newer: Draft; keep: () => void; take: () => void }) {
  const t = useT()
  const { ago } = useFormat()
  return (
    <div role="alert" className="mb-3 rounded-card border border-line bg-wheat-soft px-4 py-3">
      <p className="text-[15px] leading-6 font-medium">{t(words.conflictTitle)}</p>
      <p className="text-[14px] leading-[22px]">
        {t(words.conflictBody, { device: newer.device || t(words.otherDevice), time: ago(newer.updatedAt) })}
      </p>
      <div className="flex flex-wrap gap-2 pt-2.5">
        <Button onClick={keep}>{t(words.keepMine)}</Button>
        <Button onClick={take}>{t(words.takeTheirs)}</Button>
      </div>
    </div>
  )
}
