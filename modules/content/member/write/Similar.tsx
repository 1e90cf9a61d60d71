/** What was asked before in much the same words, while somebody writes a question. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { composeWords as words } from './compose.words.ts'
import { similarQuery } from './write.queries.ts'

export function Similar({ text, exceptId }: { text: string; exceptId: string | undefined }) {
  const t = useT()
  const [settled, settle] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => settle(text.trim()), 500)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useQuery({
    ...similarQuery(settled, exceptId),
    enabled: [...settled].length >= 4,
    placeholderData: keepPreviousData,
  })
  const items = [...settled].length >= 4 ? (data?.items ?? []) : []
  if (items.length === 0) return null
  return (
    <section aria-label={t(words.similar)} className="rounded-card bg-pine-soft px-4 py-3">
      <h2 className="text-[14px] leading-5 font-medium text-pine">{t(words.similar)}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {/* In a window of its own: what one writes stays. */}
            <a
              href={item.path}
              target="_blank"
              rel="noopener"
              className="flex min-h-11 items-center gap-3 text-[15px] leading-6 hover:underline"
            >
              <span className="min-w-0 flex-1 truncate">
                {item.title.map(({ text: part }) => part).join('')}
              </span>
              <span className="shrink-0 text-[13px] text-muted">{item.note}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
