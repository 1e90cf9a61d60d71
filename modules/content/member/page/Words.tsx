/**
 * What people wrote, as the server rendered it. Pictures open in a gallery, links of our own site go through the
 * router, and the places of products and activities are filled with their cards.
 */
import { useRouter } from '@tanstack/react-router'
import { lazy, type MouseEvent, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '#ui/locale/locale.tsx'
import { SafeHtml } from '#ui/SafeHtml.tsx'
import type { PostPage } from './page.queries.ts'
import { words as say } from './page.words.ts'
import { ThingCard } from './ThingCard.tsx'
import './words.css'

const Lightbox = lazy(() => import('./Lightbox.tsx'))

type Thing = PostPage['cards'][number]

export interface Picture {
  readonly src: string
  readonly alt: string
}

const noCards: readonly Thing[] = []

export function Words({
  html,
  cards = noCards,
  large = false,
}: {
  html: string
  cards?: readonly Thing[]
  /** The words of a post; those of comments are a little smaller. */
  large?: boolean
}) {
  const t = useT()
  const router = useRouter()
  const place = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<{ pictures: readonly Picture[]; at: number }>()
  const [slots, setSlots] = useState<readonly { element: Element; thing: Thing }[]>([])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have other places
  useLayoutEffect(() => {
    const found = [...(place.current?.querySelectorAll('[data-card]') ?? [])]
    setSlots(
      found.flatMap((element) => {
        const thing = cards.find((card) => `${card.kind}:${card.id}` === element.getAttribute('data-card'))
        return thing ? [{ element, thing }] : []
      }),
    )
  }, [html, cards])

  // Pictures are not buttons in stored words: here they become reachable by keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have other pictures
  useEffect(() => {
    for (const image of picturesIn(place.current)) {
      image.tabIndex = 0
      image.setAttribute('role', 'button')
      image.setAttribute('aria-label', image.alt ? `${t(say.openPicture)}: ${image.alt}` : t(say.openPicture))
    }
  }, [html, t])

  const show = (image: HTMLImageElement) => {
    const all = picturesIn(place.current)
    setOpen({
      pictures: all.map(({ src, alt }) => ({ src, alt })),
      at: all.indexOf(image),
    })
  }
  const click = (event: MouseEvent<HTMLDivElement>) => {
    const { target } = event
    if (target instanceof HTMLImageElement && !target.closest('a')) return show(target)
    const link = target instanceof Element ? target.closest('a') : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    // Only links of our own pages; files and other sites are the browser's.
    if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (!/^\/(members|topics|posts|groups|columns)\//.test(link.pathname)) return
    event.preventDefault()
    void router.navigate({ href: `${link.pathname}${link.search}${link.hash}` })
  }
  useEffect(() => {
    const element = place.current
    const press = (event: KeyboardEvent) => {
      if ((event.key !== 'Enter' && event.key !== ' ') || !(event.target instanceof HTMLImageElement)) return
      event.preventDefault()
      event.target.click()
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <SafeHtml ref={place} html={html} onClick={click} className={`words ${large ? 'words-large' : ''}`} />
      {slots.map(({ element, thing }) => createPortal(<ThingCard thing={thing} />, element, thing.id))}
      {open ? (
        <Suspense>
          <Lightbox pictures={open.pictures} start={open.at} close={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </>
  )
}

const picturesIn = (place: HTMLElement | null): HTMLImageElement[] => [
  ...(place?.querySelectorAll<HTMLImageElement>('figure img') ?? []),
]
