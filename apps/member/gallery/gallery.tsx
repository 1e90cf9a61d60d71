/**
 * The gallery: every story alone on its page, with the data of 山丘咖啡 at a moment that stands still.
 * `/gallery?story=doors/join&theme=dark&locale=en` picks one; without a story there is the list. Going to
 * another address within the page takes the story away whole, with what it kept, before the next one comes.
 */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { Fragment } from 'react'
import { createRoot } from 'react-dom/client'
import type { Locale } from '#base/i18n/messages.ts'
import { answerFromFixtures } from '#ui/console/story/fixtureFetch.ts'
import { LocaleProvider } from '#ui/locale/locale.tsx'
import { storyNow } from '#ui/member/story-data.ts'
import { ToastProvider } from '#ui/member/Toast.tsx'
import { makeRouter } from '../router.tsx'
import { type PlacedStory, sharedAnswers, stories } from './stories.ts'

const { title } = document
const root = createRoot(document.getElementById('root') as HTMLElement)
// The clock of screens stands still too.
Date.now = () => storyNow

function open() {
  const asked = new URLSearchParams(location.search)
  const theme = asked.get('theme')
  const locale = asked.get('locale') === 'en' ? 'en' : 'zh-CN'
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  localStorage.clear()
  sessionStorage.clear()
  // Screens have a language provider of their own, which reads the choice of this device.
  localStorage.setItem('juluo.locale', locale)
  document.title = title
  scrollTo(0, 0)
  const chosen = stories.find(({ id }) => id === asked.get('story'))
  root.render(
    <Fragment key={location.search}>
      {chosen ? show(chosen, locale) : !asked.has('story') && <Contents />}
    </Fragment>,
  )
}
addEventListener('popstate', open)
open()

function show({ id, story }: PlacedStory, locale: Locale) {
  answerFromFixtures({ ...sharedAnswers, ...('answers' in story ? story.answers : {}) })
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  })
  if ('path' in story)
    return (
      <QueryClientProvider client={client}>
        <RouterProvider router={makeRouter(client, createMemoryHistory({ initialEntries: [story.path] }))} />
      </QueryClientProvider>
    )
  return (
    <QueryClientProvider client={client}>
      <LocaleProvider initial={locale} now={() => storyNow}>
        <ToastProvider>
          <main className="mx-auto grid max-w-[520px] gap-5 px-4 py-6">
            <h1 className="text-[13px] text-muted">{id}</h1>
            {story.render()}
          </main>
        </ToastProvider>
      </LocaleProvider>
    </QueryClientProvider>
  )
}

function Contents() {
  const link = (id: string, look: string, language: string) =>
    `?${new URLSearchParams({ story: id, theme: look, locale: language })}`
  return (
    <main className="mx-auto max-w-[680px] px-4 py-6">
      <h1 className="text-[24px] leading-9 font-semibold">Gallery</h1>
      <ul className="divide-y divide-line-soft">
        {stories.map(({ id }) => (
          <li key={id} data-story={id} className="flex flex-wrap items-center justify-between gap-x-4">
            <a className="inline-flex min-h-11 items-center text-pine" href={link(id, 'light', 'zh-CN')}>
              {id}
            </a>
            <span className="flex gap-4 text-[14px]">
              <a className="inline-flex min-h-11 items-center" href={link(id, 'dark', 'zh-CN')}>
                dark
              </a>
              <a className="inline-flex min-h-11 items-center" href={link(id, 'light', 'en')}>
                en
              </a>
            </span>
          </li>
        ))}
      </ul>
    </main>
  )
}
