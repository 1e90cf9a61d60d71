import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { Rows } from '#ui/member/Page.tsx'
import { PolicyText } from './PolicyText.tsx'
import { anchorOf, readBlocks } from './policy-blocks.ts'
import { privacy as words } from './privacy.messages.ts'
import { policiesQuery } from './privacy.queries.ts'

/** Terms and privacy as a text to be read: one column, its parts listed beside it where there is room. */
export default function PolicyScreen() {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const { kind } = useParams({ strict: false }) as { kind?: string }
  const { data } = useSuspenseQuery(policiesQuery)
  const policy = data.items.find(({ code }) => code === kind)
  if (!policy) return <Empty title={t(words.noPolicy)} />
  const text = locale === 'en' ? policy.body.en : policy.body.zh
  const other = policy.code === 'terms' ? 'privacy' : 'terms'
  const headings = readBlocks(text).flatMap((block) =>
    block.kind === 'heading' ? [block.lines.join(' ')] : [],
  )
  return (
    <div className="mx-auto max-w-[960px] gap-10 pt-2 lg:grid lg:grid-cols-[minmax(0,1fr)_220px]">
      <article className="min-w-0">
        <h1 tabIndex={-1} className="text-[24px] leading-9 font-semibold">
          {t(policy.code === 'terms' ? words.terms : words.privacy)}
        </h1>
        <p className="pb-4 text-[14px] leading-[22px] text-muted">
          {t(words.version, { version: policy.version, date: format.date(policy.publishedAt) })}
        </p>
        <PolicyText text={text} />
        <p className="reading mt-10 border-t border-line pt-4 text-[15px]">
          {t(words.otherPolicy)}{' '}
          <Link
            to="/policies/$kind"
            params={{ kind: other }}
            className="inline-flex min-h-11 items-center font-medium text-pine underline-offset-4 hover:underline"
          >
            {t(other === 'terms' ? words.terms : words.privacy)}
          </Link>
        </p>
      </article>
      {headings.length > 2 ? (
        <nav aria-label={t(words.contents)} className="hidden lg:block">
          <div className="sticky top-6">
            <Rows label={t(words.contents)}>
              {headings.map((heading, index) => (
                <li key={heading}>
                  <a
                    href={`#${anchorOf(index + 1)}`}
                    className="flex min-h-11 items-center px-4 py-2 text-[14px] leading-5 text-muted hover:bg-soft hover:text-ink"
                  >
                    {heading}
                  </a>
                </li>
              ))}
            </Rows>
          </div>
        </nav>
      ) : null}
    </div>
  )
}
