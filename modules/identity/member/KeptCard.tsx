import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { PolicyTable } from './PolicyText.tsx'
import { readBlocks } from './policy-blocks.ts'
import { privacy as words } from './privacy.messages.ts'
import { policiesQuery } from './privacy.queries.ts'

/** What is kept, why and for how long: the table of the privacy policy that is in force, so the two never differ. */
export function KeptCard() {
  const t = useT()
  const { locale } = useReading()
  const { data } = useSuspenseQuery(policiesQuery)
  const policy = data.items.find(({ code }) => code === 'privacy')
  const text = locale === 'en' ? policy?.body.en : policy?.body.zh
  const table = readBlocks(text ?? '').find((block) => block.kind === 'table')
  return (
    <Card title={t(words.kept)}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.keptAbout)}</p>
      {table ? <PolicyTable head={table.head} rows={table.rows} /> : null}
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Link to="/policies/$kind" params={{ kind: 'privacy' }} className={buttonClass()}>
          {t(words.privacy)}
        </Link>
        <Link to="/policies/$kind" params={{ kind: 'terms' }} className={buttonClass()}>
          {t(words.terms)}
        </Link>
      </div>
    </Card>
  )
}
