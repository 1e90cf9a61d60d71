import { Outlet } from '@tanstack/react-router'
import { Frame } from './Frame.tsx'

/** Screens under the tabs that use the whole width. */
export function Shell() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}
