/** What the hosts announce: pinned first; what must be read asks for a word back. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import Megaphone from 'lucide-react/icons/megaphone'
import Pin from 'lucide-react/icons/pin'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { type Announcement, announcementsQuery } from './groups.queries.ts'
import { words } from './groups.words.ts'

/** `folded`: above a list of posts only what must still be read stands open; the rest is one line. */
export function Announcements({ slug, folded = false }: { slug: string; folded?: boolean }) {
  const t = useT()
  const [open, setOpen] = useState(!folded)
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(announcementsQuery(slug))
  if (isPending) return <Skeleton lines={3} />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  const all = data.pages.flatMap((page) => page.items)
  const pressing = all.filter((item) => item.mustRead && !item.readByYou)
  const items = open ? all : pressing
  if (folded && all.length === 0) return null
  if (!open && pressing.length === 0)
    return (
      <button
        type="button"
        aria-expanded={false}
        onClick={() => setOpen(true)}
        className="flex min-h-[52px] w-full items-center gap-2.5 rounded-card border border-line bg-card px-4 text-left text-[15px] hover:bg-soft"
      >
        <Megaphone size={18} aria-hidden className="shrink-0 text-wheat-text" />
        <span className="shrink-0 text-muted">{t(words.announcements)}</span>
        <span className="min-w-0 flex-1 truncate">{all[0]?.title}</span>
        <span className="shrink-0 text-[13px] text-muted">{hasNextPage ? `${all.length}+` : all.length}</span>
      </button>
    )
  return (
    <Card title={t(words.announcements)} flush>
      {items.length === 0 ? (
        <Empty icon={<Megaphone size={20} aria-hidden />} title={t(words.noAnnouncements)}>
          {t(words.noAnnouncementsBody)}
        </Empty>
      ) : (
        <ul className="divide-y divide-line-soft pt-1.5">
          {items.map((item) => (
            <li key={item.id} className="px-4 py-3">
              <One slug={slug} item={item} />
            </li>
          ))}
        </ul>
      )}
      {!open && all.length > pressing.length ? (
        <div className="border-t border-line-soft p-2">
          <Button look="quiet" wide onClick={() => setOpen(true)}>
            {t(words.earlier)}
          </Button>
        </div>
      ) : null}
      {open && hasNextPage ? (
        <div className="border-t border-line-soft p-2">
          <Button look="quiet" wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t(words.earlier)}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}

function One({ slug, item }: { slug: string; item: Announcement }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const read = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/site/groups/{slug}/announcements/{announcement}/receipt', {
          params: { path: { slug, announcement: item.id } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['groups'] }),
  })
  return (
    <article>
      <h3 className="flex flex-wrap items-center gap-2 text-[16px] leading-6 font-semibold">
        {item.pinned ? (
          <span className="text-pine" title={t(words.pinned)}>
            <Pin size={15} aria-hidden />
            <span className="sr-only">{t(words.pinned)}</span>
          </span>
        ) : null}
        {item.mustRead ? (
          <span
            className={`rounded-[5px] px-1.5 py-0.5 text-[12px] leading-4 font-normal ${item.readByYou ? 'bg-soft text-muted' : 'bg-persimmon-soft text-persimmon-text'}`}
          >
            {t(words.mustRead)}
          </span>
        ) : null}
        {item.title}
      </h3>
      <div className="mt-1 grid max-w-[42em] gap-2 text-[15px] leading-6 text-pretty">
        {item.body.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </div>
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-x-4 text-[13px] leading-5 text-muted">
        <span>
          {[
            item.author,
            format.ago(item.publishedAt),
            item.editedAt ? t(words.edited, { when: format.ago(item.editedAt) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {item.mustRead && !item.readByYou ? (
          <Button sending={read.isPending} onClick={() => read.mutate()}>
            {t(words.readIt)}
          </Button>
        ) : item.readByYou ? (
          <span className="inline-flex items-center gap-1 text-good-text">
            <Glyph name="check" size={16} />
            {t(words.readDone)}
          </span>
        ) : null}
      </div>
      {read.isError ? (
        <p role="alert" className="text-[14px] text-bad-text">
          {read.error.message}
        </p>
      ) : null}
    </article>
  )
}
