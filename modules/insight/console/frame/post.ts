/** Calls of the three doors that all analyses share; their paths are made, so the generated types cannot know them. */
import { api } from '#ui/api.ts'
import { conditioned } from '#ui/console/condition/queries.ts'

interface Reply<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

type Post = (path: string, init: { body: object; signal?: AbortSignal }) => Promise<unknown>

export const post = <T>(path: string, body: object, signal?: AbortSignal): Promise<Reply<T>> =>
  conditioned<Reply<T>>((api.POST as unknown as Post)(path, { body, ...(signal ? { signal } : {}) }))
