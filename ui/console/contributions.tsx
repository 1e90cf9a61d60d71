/** What modules contribute to screens of other modules: the console hands its list of modules down. */
import { createContext, lazy, useContext, useMemo } from 'react'
import type { ConsoleModule } from './define.ts'
import { useMay } from './session.ts'

const Contributions = createContext<readonly ConsoleModule[]>([])

export const ContributionsProvider = Contributions.Provider

/** Cards of the page of a member that this operator may see, by place. */
export function useMemberPanels(place: 'main' | 'side') {
  const modules = useContext(Contributions)
  const may = useMay()
  const panels = useMemo(
    () =>
      modules
        .flatMap((module) => module.memberPanels ?? [])
        .filter((panel) => panel.place === place)
        .sort((a, b) => a.order - b.order)
        .map((panel, at) => ({ ...panel, key: `${place} ${at}`, Panel: lazy(panel.load) })),
    [modules, place],
  )
  return panels.filter((panel) => may(panel.permission))
}
