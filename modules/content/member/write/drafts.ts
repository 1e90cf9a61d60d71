/**
 * A draft as it is kept: on this device with every change, on the server when the typing pauses, so that another device
 * goes on from there. Whoever is behind is told and chooses; nothing is overwritten unasked.
 */
import type { Document } from '#base/html/document.ts'
import { isProblem } from '#ui/member/problem.ts'
import type { Kind, PollWords } from './shapes.ts'

/** What one writes: words, and what the composer keeps beside them. */
export interface DraftWords {
  readonly boardId: string | null
  readonly kind: Kind
  readonly title: string
  readonly document: Document
  readonly extras: {
    readonly columnId?: string | null
    readonly publishAt?: string | null
    readonly poll?: PollWords | null
  }
}

export interface Draft extends DraftWords {
  readonly id: string
  readonly revision: number
  readonly device: string
  readonly updatedAt: string
}

export interface DraftState {
  readonly state: 'untouched' | 'changed' | 'saving' | 'saved' | 'offline' | 'conflict' | 'failed'
  /** Milliseconds, when it was last saved. */
  readonly at: number | undefined
  /** The newer draft of another device. */
  readonly newer: Draft | undefined
  /** Why the server did not take it. */
  readonly problem: string | undefined
}

/** The server's side, and this device's. */
export interface DraftStore {
  begin(words: DraftWords): Promise<Draft>
  save(id: string, revision: number, words: DraftWords): Promise<{ saved: boolean; draft: Draft }>
  /** Here and now, whatever the network does. */
  keep(kept: KeptDraft): void
  forget(): void
}

/** As it lies on this device. */
export interface KeptDraft {
  readonly id: string | undefined
  readonly revision: number
  readonly words: DraftWords
  /** The server has not got it yet. */
  readonly ahead: boolean
}

export interface OpenDraft {
  change(words: DraftWords): void
  /** Saves what is not saved yet; answers the id of the draft, undefined when there is none. */
  flush(): Promise<string | undefined>
  /** After a conflict: what stands here goes over what the other device wrote. */
  keepMine(): void
  /** After a conflict: what the other device wrote, to be shown here. */
  takeTheirs(): Draft | undefined
  /** It was sent or thrown away. */
  end(): void
  get(): DraftState
  subscribe(listener: () => void): () => void
  close(): void
}

const pauseMs = 1_500
const againMs = 10_000

export function openDraft(
  store: DraftStore,
  given: {
    readonly id?: string | undefined
    readonly revision?: number | undefined
    readonly newer?: Draft | undefined
  } = {},
  pause = pauseMs,
): OpenDraft {
  let head = given.id ? { id: given.id, revision: given.revision ?? 1 } : undefined
  let state: DraftState = {
    state: given.newer ? 'conflict' : 'untouched',
    at: undefined,
    newer: given.newer,
    problem: undefined,
  }
  let latest: DraftWords | undefined
  let going: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const listeners = new Set<() => void>()
  const set = (more: Partial<DraftState>) => {
    state = { ...state, problem: undefined, ...more }
    for (const listener of listeners) listener()
  }
  const keep = (words: DraftWords, ahead: boolean) =>
    store.keep({ id: head?.id, revision: head?.revision ?? 0, words, ahead })
  const plan = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
  }
  /** One request at a time; what was typed meanwhile follows. */
  const run = (): Promise<void> => {
    clearTimeout(timer)
    going ??= save().finally(() => {
      going = undefined
      if (latest && !ended && state.state === 'changed') plan(pause)
    })
    return going
  }
  const save = async () => {
    const words = latest
    if (!words || ended || state.state === 'conflict') return
    set({ state: 'saving' })
    try {
      const answer = head
        ? await store.save(head.id, head.revision, words)
        : { saved: true, draft: await store.begin(words) }
      if (ended) return
      if (!answer.saved) return set({ state: 'conflict', newer: answer.draft })
      head = { id: answer.draft.id, revision: answer.draft.revision }
      const behind = latest !== words
      if (!behind) latest = undefined
      keep(latest ?? words, behind)
      set({ state: behind ? 'changed' : 'saved', at: Date.now() })
    } catch (error) {
      if (ended) return
      const status = isProblem(error) ? error.status : 0
      // Thrown away on another device: what stands here is a new one.
      if (status === 404 && head) {
        head = undefined
        set({ state: 'changed' })
      } else if (status === 0 || status === 429 || status >= 500) {
        set({ state: 'offline' })
        plan(againMs)
      } else set({ state: 'failed', problem: error instanceof Error ? error.message : '' })
    }
  }
  const online = () => {
    if (state.state === 'offline') void run()
  }
  globalThis.addEventListener?.('online', online)
  return {
    change(words) {
      latest = words
      keep(words, true)
      if (state.state === 'conflict') return
      // While a request is under way its end says what comes next.
      if (going) set({ state: 'saving' })
      else set({ state: state.state === 'offline' ? 'offline' : 'changed' })
      plan(pause)
    },
    async flush() {
      if (going) await going
      if (latest && state.state !== 'conflict') await run()
      return head?.id
    },
    keepMine() {
      if (!state.newer) return
      head = { id: state.newer.id, revision: state.newer.revision }
      set({ state: 'changed', newer: undefined })
      void run()
    },
    takeTheirs() {
      const { newer } = state
      if (!newer) return undefined
      head = { id: newer.id, revision: newer.revision }
      latest = undefined
      keep(newer, false)
      set({ state: 'saved', at: Date.parse(newer.updatedAt), newer: undefined })
      return newer
    },
    end() {
      ended = true
      clearTimeout(timer)
      store.forget()
    },
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', online)
      listeners.clear()
      // The page goes; what is not on the server yet lies on this device, and is sent if there is still time.
      if (!ended && latest && state.state !== 'conflict') void run()
    },
  }
}

/**
 * With what to begin: the words of this device when they are ahead, the server's otherwise. When both went on from the
 * same place the words here are shown, and the other ones are the `newer` of a conflict.
 */
export function beginWith(
  kept: KeptDraft | undefined,
  server: Draft | undefined,
): { words: DraftWords; newer: Draft | undefined; restored: boolean } | undefined {
  const mine = kept?.ahead && kept.id === server?.id ? kept : undefined
  if (!mine) return server && { words: server, newer: undefined, restored: false }
  const newer = server && server.revision !== mine.revision ? server : undefined
  return { words: mine.words, newer, restored: true }
}
