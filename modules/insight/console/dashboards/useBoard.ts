/** A dashboard on the screen: its figures, asked again when the log moved, and the changes that are not saved yet. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import {
  type Answers,
  answersQuery,
  dashboardQuery,
  markQuery,
  type Override,
  previewQuery,
  type Tile,
  type TileAnswer,
} from './dashboards.queries.ts'

export interface BoardAnswers {
  readonly data: Answers | undefined
  readonly error: unknown
  readonly busy: boolean
  readonly retry: () => void
  of(id: string): TileAnswer | undefined
}

export const isNew = (id: string): boolean => !/^\d+$/.test(id)

/** `tiles`: as they are on the screen; those that are not saved as they stand are asked besides. */
export function useAnswers(
  id: string,
  saved: readonly Tile[] | undefined,
  tiles: readonly Tile[] | undefined,
  override: Override,
): BoardAnswers {
  const client = useQueryClient()
  const answers = useQuery({ ...answersQuery(id, override), enabled: saved !== undefined })
  const { data: moved } = useQuery(markQuery)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new mark is news
  useEffect(() => {
    // What is on its way when the log moves is asked again by the next mark.
    if (moved && answers.data && moved.mark !== answers.data.mark && !answers.isFetching)
      void client.invalidateQueries({ queryKey: ['dashboards', id, 'answers'] })
  }, [moved?.mark])
  const drafts = (tiles ?? []).filter((tile) => {
    const before = saved?.find((each) => each.id === tile.id)
    return !before || JSON.stringify(before.content) !== JSON.stringify(tile.content)
  })
  const asked = drafts.map(({ id: tile, content }) => ({ id: tile, content }))
  const preview = useQuery({ ...previewQuery(asked, override), enabled: asked.length > 0 })
  const found = new Map<string, TileAnswer>()
  for (const item of answers.data?.items ?? []) found.set(item.id, item)
  for (const { id: tile } of drafts) found.delete(tile)
  if (asked.length > 0) for (const item of preview.data?.items ?? []) found.set(item.id, item)
  return {
    data: answers.data,
    error: answers.error,
    busy: answers.isFetching || (asked.length > 0 && preview.isFetching),
    retry: () => {
      void answers.refetch()
      if (asked.length > 0) void preview.refetch()
    },
    of: (tile) => found.get(tile),
  }
}

export const useDashboard = (id: string) =>
  useQuery({ ...dashboardQuery(id), placeholderData: keepPreviousData })

/** The element that is shown on the whole screen, and whether it is. */
export function useWall(): readonly [(element: HTMLElement | null) => void, boolean] {
  const [on, setOn] = useState(false)
  useEffect(() => {
    const changed = () => setOn(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  return [
    (element) => {
      if (document.fullscreenElement) void document.exitFullscreen()
      else void element?.requestFullscreen?.()
    },
    on,
  ]
}
