/** Screens of all modules as routes; what a module adds here is its `*.console.ts`. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router'
import type { ScreenRoute } from '#ui/console/define.ts'
import { consoleModules } from './modules.ts'
import { Door } from './shell/Door.tsx'
import { Guarded } from './shell/Guarded.tsx'
import { Broken, NotFound } from './shell/Lost.tsx'
import { Shell } from './shell/Shell.tsx'

export function makeRouter(history?: RouterHistory) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Broken })
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
  const door = createRoute({ getParentRoute: () => root, id: 'door', component: Door })
  const screens = consoleModules.flatMap((module) => module.routes ?? [])

  const screenRoute = (parent: typeof shell | typeof door, screen: ScreenRoute) => {
    const Screen = lazyRouteComponent(screen.load)
    return createRoute({
      getParentRoute: () => parent,
      path: screen.path,
      // Pointing at a link fetches the screen's code before the click.
      component: Object.assign(
        () => (
          <Guarded screen={screen}>
            <Screen />
          </Guarded>
        ),
        { preload: Screen.preload },
      ),
    })
  }
  const inShell = screens.filter((screen) => screen.shell !== 'door')
  const atDoor = screens.filter((screen) => screen.shell === 'door')
  const lost = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound })

  return createRouter({
    routeTree: root.addChildren([
      shell.addChildren([...inShell.map((screen) => screenRoute(shell, screen)), lost]),
      door.addChildren(atDoor.map((screen) => screenRoute(door, screen))),
    ]),
    basepath: '/console',
    history,
    defaultPreload: 'intent',
    scrollRestoration: false,
    // Filters read as people write them: ?q=阿澈&tag=常客.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
      const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()
      return text ? `?${text}` : ''
    },
  })
}
