import { useRouterState } from '@tanstack/react-router'

/** The path below `/console`, as routes write it. */
export const useHere = (): string =>
  useRouterState({ select: (state) => state.location.pathname.replace(/^\/console/, '') || '/' })
