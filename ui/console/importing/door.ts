/** What the screens of imports ask and do: each kind says it once, at its own address. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { isBusy, type ListOnItsWay, type Plan, type Previewed, type RefusedRow, type Whole } from './list.ts'

export interface ImportDoor<
  L extends ListOnItsWay,
  W extends L & Whole<P>,
  P extends Plan,
  V extends Previewed,
> {
  /** The first word of the keys of its queries. */
  readonly key: string
  page(
    query: { readonly limit: number; readonly cursor?: string },
    signal: AbortSignal,
  ): Promise<{ readonly items: readonly L[]; readonly next: string | null }>
  see(id: string, signal: AbortSignal): Promise<W>
  preview(id: string, plan: P, signal: AbortSignal): Promise<{ readonly items: readonly V[] }>
  refused(
    id: string,
    after: number,
    signal: AbortSignal,
  ): Promise<{ readonly items: readonly RefusedRow[]; readonly next: number | null }>
  check(id: string, plan: P): Promise<unknown>
  run(id: string): Promise<unknown>
  stop(id: string): Promise<unknown>
  readonly undo?: (id: string) => Promise<unknown>
  discard(id: string): Promise<unknown>
}

export function importQueries<
  L extends ListOnItsWay,
  W extends L & Whole<P>,
  P extends Plan,
  V extends Previewed,
>(door: ImportDoor<L, W, P, V>) {
  const { key } = door
  return {
    page: infiniteQueryOptions({
      queryKey: [key, 'list'],
      queryFn: ({ pageParam, signal }) =>
        door.page({ limit: 30, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
      initialPageParam: '',
      getNextPageParam: (page: { readonly next: string | null }) => page.next,
    }),
    one: (id: string) =>
      queryOptions({
        queryKey: [key, id],
        queryFn: ({ signal }) => door.see(id, signal),
        // The event stream says when it ends; while it runs the numbers are asked for.
        refetchInterval: (query) => (query.state.data && isBusy(query.state.data) ? 1_000 : false),
      }),
    preview: (id: string, plan: P) =>
      queryOptions({
        queryKey: [key, id, 'preview', plan],
        queryFn: ({ signal }) => door.preview(id, plan, signal),
        retry: false,
        placeholderData: (before) => before,
      }),
    refused: (id: string, state: ListOnItsWay['state']) =>
      infiniteQueryOptions({
        queryKey: [key, id, 'errors', state],
        queryFn: ({ pageParam, signal }) => door.refused(id, pageParam, signal),
        initialPageParam: 0,
        getNextPageParam: (page: { readonly next: number | null }) => page.next,
      }),
  }
}
