import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { todayQuery } from '#modules/team/console/today.queries.ts'
import { useStale } from '#ui/console/stale.ts'

/** What waits for this operator; asked once, however many parts of the screen show it. */
export const useToday = () => useQuery(todayQuery)

/** Several changes in a row are one question. */
const restMs = 800

/** Asks again when something changed that a source of Today depends on. Once, in the shell. */
export function useTodayLive() {
  const client = useQueryClient()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useStale((keys) => {
    const roots = new Set(client.getQueryData(todayQuery.queryKey)?.staleWith ?? [])
    if (!keys.some(([root]) => root === undefined || roots.has(root))) return
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => client.invalidateQueries({ queryKey: ['today'] }), restMs)
  })
}
