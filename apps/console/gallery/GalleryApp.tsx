/**
 * The gallery: every story, alone on its page. `?story=members/list&theme=dark&locale=en` picks; time
 * stands still, so that a screenshot is the same tomorrow. Going to another address within the page
 * takes the story away whole, with all that it kept, before the next one comes.
 */
import { QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react'
import { ContributionsProvider } from '#ui/console/contributions.tsx'
import { sessionQuery } from '#ui/console/session.ts'
import { answerFromFixtures } from '#ui/console/story/fixtureFetch.ts'
import type { Answers } from '#ui/console/story/story.ts'
import { storyNow } from '#ui/console/story/world.ts'
import { LocaleProvider } from '#ui/locale/locale.tsx'
import { Dress } from '../Dress.tsx'
import { consoleModules } from '../modules.ts'
import { makeRouter } from '../router.tsx'
import { loadStories, type PlacedStory } from './stories.ts'
import './gallery.css'

const frozen = () => storyNow
const { title } = document

const { files, stories } = await loadStories()
const shared: Answers = Object.assign({}, ...files.map((file) => file.answers ?? {}))
/** What a story is answered: as it says itself, else its own file, else whatever file knows. */
const answersOf = ({ group, story }: PlacedStory): Answers =>
  Object.assign(
    {},
    shared,
    ...files.filter((file) => file.group === group).map((file) => file.answers ?? {}),
    'answers' in story ? story.answers : {},
  )

function subscribeAddress(told: () => void) {
  const moved = () => {
    // What a story kept on this device, and where it was scrolled to, is not the next one's; nor is its title.
    localStorage.clear()
    sessionStorage.clear()
    document.title = title
    scrollTo(0, 0)
    told()
  }
  addEventListener('popstate', moved)
  return () => removeEventListener('popstate', moved)
}

export function GalleryApp() {
  const address = useSyncExternalStore(subscribeAddress, () => location.search)
  return <Page key={address} asked={new URLSearchParams(address)} />
}

function Page({ asked }: { asked: URLSearchParams }) {
  const theme = asked.get('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const placed = stories.find(({ id }) => id === asked.get('story'))
  return (
    <LocaleProvider initial={asked.get('locale') === 'en' ? 'en' : 'zh-CN'} now={frozen}>
      <Dress>
        {placed ? <Shown placed={placed} /> : !asked.has('story') && <Contents stories={stories} />}
      </Dress>
    </LocaleProvider>
  )
}

function Shown({ placed }: { placed: PlacedStory }) {
  const { story } = placed
  const [client] = useState(() => {
    answerFromFixtures(answersOf(placed))
    return new QueryClient({
      defaultOptions: {
        queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchInterval: false },
      },
    })
  })
  return (
    <QueryClientProvider client={client}>
      <Suspense>
        {'render' in story ? (
          <main className="gallery-part">{story.render()}</main>
        ) : (
          <WithSession>
            <ContributionsProvider value={consoleModules}>
              <Screen path={story.path} />
            </ContributionsProvider>
          </WithSession>
        )}
      </Suspense>
    </QueryClientProvider>
  )
}

function WithSession({ children }: { children: ReactNode }) {
  useSuspenseQuery(sessionQuery)
  return children
}

function Screen({ path }: { path: string }) {
  const [router] = useState(() => makeRouter(createMemoryHistory({ initialEntries: [`/console${path}`] })))
  return <RouterProvider router={router} />
}

function Contents({ stories: all }: { stories: readonly PlacedStory[] }) {
  const link = (id: string, look: string, language: string) =>
    `?${new URLSearchParams({ story: id, theme: look, locale: language })}`
  return (
    <main className="gallery">
      <h1>Gallery</h1>
      {Object.entries(Object.groupBy(all, ({ group }) => group)).map(([group, members]) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul>
            {members?.map(({ id, story }) => (
              <li key={id} data-story={id}>
                <a className="link" href={link(id, 'light', 'zh-CN')}>
                  {story.name}
                </a>
                <span className="muted small">
                  <a href={link(id, 'dark', 'zh-CN')}>深色</a>
                  <a href={link(id, 'light', 'en')}>English</a>
                  <a href={link(id, 'dark', 'en')}>dark</a>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  )
}
