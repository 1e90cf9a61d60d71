/** Drafts on the server, and beside them on this device. */
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'
import type { Draft, DraftStore, DraftWords } from './drafts.ts'
import { dropKept, keepHere } from './editor/keep.ts'

/** `place`: where it lies on this device. `began`: told the id once the server has it. */
export function storeOf(
  place: string,
  postId: string | null,
  began: (id: string) => void = () => {},
): DraftStore {
  const device = deviceName(navigator.userAgent)
  const bodyOf = ({ boardId, kind, title, document, extras }: DraftWords) => ({
    boardId,
    kind,
    title,
    document: document as never,
    extras: { ...extras },
    device,
  })
  return {
    async begin(words) {
      const draft = await ask(api.POST('/api/member/drafts', { body: { ...bodyOf(words), postId } }))
      began(draft.id)
      return draft as unknown as Draft
    },
    async save(id, revision, words) {
      const answer = await ask(
        api.PUT('/api/member/drafts/{id}', {
          params: { path: { id } },
          body: { ...bodyOf(words), revision },
        }),
      )
      return { saved: answer.saved, draft: answer.draft as unknown as Draft }
    },
    keep: (kept) => keepHere(place, kept),
    forget: () => dropKept(place),
  }
}

/** What the device is called on the other one: `iPhone · Safari`. */
export function deviceName(agent: string): string {
  const machine =
    /\b(iPhone|iPad|Android|Macintosh|Windows|Linux)\b/.exec(agent)?.[1]?.replace('Macintosh', 'Mac') ?? ''
  const browser = /MicroMessenger/.test(agent)
    ? '微信'
    : /Edg\//.test(agent)
      ? 'Edge'
      : /Firefox\//.test(agent)
        ? 'Firefox'
        : /Chrome\//.test(agent)
          ? 'Chrome'
          : /Safari\//.test(agent)
            ? 'Safari'
            : ''
  return [machine, browser].filter(Boolean).join(' · ')
}
