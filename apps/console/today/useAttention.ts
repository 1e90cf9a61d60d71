import { useQueries } from '@tanstack/react-query'
import type { AttentionItem } from '#ui/console/define.ts'
import { useMay, useSession } from '#ui/console/session.ts'
import { useReading } from '#ui/locale/locale.tsx'
import { consoleModules } from '../modules.ts'

export interface Attention {
  readonly items: readonly AttentionItem[]
  readonly pending: boolean
  /** A source that could not be asked; the others are shown all the same. */
  readonly error: unknown
  readonly retry: () => void
}

/** What waits for this operator, from every module, the urgent first. */
export function useAttention(): Attention {
  const may = useMay()
  const session = useSession()
  const { now } = useReading()
  const sources = consoleModules
    .flatMap((module) => module.attention ?? [])
    .filter((source) => may(source.permission))
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: source.key,
      queryFn: ({ signal }: { signal: AbortSignal }) => source.read(session, signal, now()),
      refetchInterval: 60_000,
    })),
  })
  const items = answers.flatMap((answer) => answer.data ?? [])
  return {
    items: [...items.filter((item) => item.urgent), ...items.filter((item) => !item.urgent)],
    pending: answers.some((answer) => answer.isPending),
    error: answers.find((answer) => answer.isError)?.error,
    retry: () => {
      for (const answer of answers) if (answer.isError) answer.refetch()
    },
  }
}
