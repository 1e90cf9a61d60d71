/** Asking: the answer to a question, kept while the next one comes, given up when the screen is left. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { take } from '#ui/console/problem.ts'
import { post } from './post.ts'

export interface Answered<A> {
  /** The question in words. */
  readonly says: string
  readonly answer: A
  /** Up to when the figures are complete. */
  readonly freshTo: string | null
  readonly lagSeconds: number | null
}

export interface Answering<A> {
  readonly data: Answered<A> | undefined
  readonly error: unknown
  /** The answer on screen is of the question before. */
  readonly stale: boolean
  readonly busy: boolean
  readonly retry: () => void
}

/** Asks `POST /api/insight/{name}`; nothing while the question is undefined (not finished yet). */
export function useAnswer<A>(name: string, question: object | undefined): Answering<A> {
  const found = useQuery({
    queryKey: ['insight', name, JSON.stringify(question ?? null)],
    queryFn: ({ signal }) => take<Answered<A>>(post(`/api/insight/${name}`, { question }, signal)),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
  return {
    data: found.data,
    error: found.error,
    stale: found.isPlaceholderData,
    busy: found.isFetching,
    retry: () => void found.refetch(),
  }
}
