/**
 * Says which posts were seen, read and shared, so that their authors know (S0-42). Gathered here and sent in
 * batches: cards every fifteen seconds, reads when the page is hidden or left, because only then it is known how far one
 * came. A card counts as seen once in this visit, after half of it was on the screen for a second; a read after three
 * seconds under the eyes.
 */
import { useEffect } from 'react'

export type ShareWay = 'link' | 'poster' | 'system'

interface Read {
  readonly postId: string
  readonly seconds: number
  /** Percent. */
  readonly depth: number
}

const seen = new Set<string>()
let shown: string[] = []
let shares: { postId: string; way: ShareWay }[] = []
let timer: ReturnType<typeof setTimeout> | undefined

const sendEvery = 15_000

function later(): void {
  if (timer !== undefined) return
  timer = setTimeout(() => flush([]), sendEvery)
  watch()
}

let watching = false
function watch(): void {
  if (watching) return
  watching = true
  const leave = () => flush([...visits].flatMap((visit) => visit() ?? []))
  document.addEventListener('visibilitychange', () => document.hidden && leave())
  addEventListener('pagehide', leave)
}

/** Sends what was gathered; a beacon arrives also when the page is just being left. */
function flush(reads: readonly Read[]): void {
  clearTimeout(timer)
  timer = undefined
  if (shown.length + shares.length + reads.length === 0) return
  const report = { shown: shown.slice(0, 60), reads: reads.slice(0, 10), shares: shares.slice(0, 10) }
  shown = shown.slice(60)
  shares = shares.slice(10)
  navigator.sendBeacon(
    '/api/site/attention',
    new Blob([JSON.stringify(report)], { type: 'application/json' }),
  )
  if (shown.length > 0) later()
}

/** Open pages of posts: each tells its read once, when it is asked and was long enough. */
const visits = new Set<() => Read | undefined>()

export function reportShare(postId: string, way: ShareWay): void {
  shares.push({ postId, way })
  later()
}

let observer: IntersectionObserver | undefined
const waits = new WeakMap<Element, ReturnType<typeof setTimeout>>()

function observe(element: Element): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(waits.get(target))
        if (!isIntersecting) continue
        waits.set(
          target,
          setTimeout(() => {
            const id = (target as HTMLElement).dataset.postId
            observer?.unobserve(target)
            if (!id || seen.has(id)) return
            seen.add(id)
            shown.push(id)
            later()
          }, 1_000),
        )
      }
    },
    { threshold: 0.5 },
  )
  observer.observe(element)
}

/** For a list: every card in it (`data-post`) that is not watched yet. */
export function watchCards(list: HTMLElement): void {
  for (const card of list.querySelectorAll<HTMLElement>('[data-post]:not([data-post-id])')) {
    const { post } = card.dataset
    if (!post || seen.has(post)) continue
    card.dataset.postId = post
    observe(card)
  }
}

/** For the page of a post: time while it is under the eyes, and how far down the words one came. */
export function useReading(postId: string, words: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let since = document.hidden ? undefined : performance.now()
    let seconds = 0
    let depth = 0
    const look = () => {
      const box = words.current?.getBoundingClientRect()
      if (!box || box.height === 0) return
      const passed = Math.round(((innerHeight - box.top) / box.height) * 100)
      depth = Math.max(depth, Math.min(100, Math.max(0, passed)))
    }
    const pause = () => {
      if (since !== undefined) seconds += (performance.now() - since) / 1000
      since = document.hidden ? undefined : performance.now()
    }
    let told = false
    const visit = (): Read | undefined => {
      pause()
      look()
      if (told || seconds < 3) return undefined
      told = true
      return { postId, seconds: Math.min(86_400, Math.round(seconds)), depth }
    }
    visits.add(visit)
    watch()
    look()
    document.addEventListener('visibilitychange', pause)
    addEventListener('scroll', look, { passive: true })
    return () => {
      const read = visit()
      visits.delete(visit)
      document.removeEventListener('visibilitychange', pause)
      removeEventListener('scroll', look)
      if (read) flush([read])
    }
  }, [postId, words])
}
