/**
 * News for members: what a module tells somebody because something happened. `engage` keeps the inbox,
 * asks each member's wishes and brings the news by whatever way he chose; the module says who is told and,
 * when it is read, what it looks like to this reader now. A notice whose source shows nothing is not shown:
 * a right lost in between is a notice lost.
 */
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { LoggedEvent } from '../facts/consumer.ts'
import type { Fact } from '../facts/fact.ts'
import type { Message } from '../i18n/messages.ts'
import type { Said } from './said.ts'

export const noticeChannels = ['inbox', 'push', 'mail'] as const
/** `inbox`: in the product · `push`: to the browser · `mail`: in the digest. */
export type NoticeChannel = (typeof noticeChannels)[number]

/** Under which tab of the inbox it stands. */
export const noticeTabs = ['reply', 'mention', 'like', 'follow', 'system'] as const
export type NoticeTab = (typeof noticeTabs)[number]

/** What is kept of a notice: enough to show it later. */
export interface KeptNotice {
  readonly id: Id
  /** Who did it, newest first, at most five; empty when nobody in particular did. */
  readonly actorIds: readonly Id[]
  /** How many things of the same group it stands for. */
  readonly count: number
  readonly objectKind: string | null
  readonly objectId: Id | null
  readonly groupId: Id | null
  readonly props: Readonly<Record<string, unknown>>
}

export interface ShownNotice {
  /** `{actors}` and `{count}` are known. */
  readonly text: Said
  /** The words it is about, plain. */
  readonly quote?: string
  /** Below the member site. */
  readonly path: string
  readonly pictureUrl?: string
}

export interface NoticeSource {
  /**
   * Module and what: `content.reply`. Sources of several facts may share a name: they are one line among a
   * member's wishes, and the first of them shows them all.
   */
  readonly name: string
  readonly label: Message
  /** Why one is told, as the notice says it: “because you wrote the post”. */
  readonly because: Message
  readonly tab: NoticeTab
  /** Heading among a member's wishes. */
  readonly section: Message
  // biome-ignore lint/suspicious/noExplicitAny: facts of different payloads live in one list
  readonly on: Fact<any>
  /** Where it goes unless the member said otherwise. */
  readonly usually: readonly NoticeChannel[]
  /** Cannot be switched off in the inbox (a decision about oneself). */
  readonly always?: boolean
  /** Wakes nobody at night but is not held back by quiet hours either: somebody waits for it. */
  readonly urgent?: boolean
  /**
   * Who is told: ids above `after` in order, at most `limit`, so that a board with many followers is
   * served in pieces. The one who did it (the member of the fact) is never told, unless `tellsDoer`.
   */
  readonly recipients: (
    ctx: Ctx,
    event: LoggedEvent,
    page: { readonly after: Id; readonly limit: number },
  ) => Promise<readonly Id[]>
  /** The member of the fact is whom it is about, not who did it: a decision about him. He is told, nobody is named. */
  readonly tellsDoer?: boolean
  /** What is kept to show it, when it is not the object of the fact. */
  readonly about?: (event: LoggedEvent) => {
    readonly objectKind: string
    readonly objectId: Id
    readonly props?: Readonly<Record<string, unknown>>
  }
  /** Unread notices of one member with the same key become one (`post:12`). */
  readonly together: (event: LoggedEvent) => string
  /** What the reader (the member of `ctx.actor`) sees now, by id of the notice; bounded queries for all. */
  readonly show: (ctx: Ctx, notices: readonly KeptNotice[]) => Promise<ReadonlyMap<Id, ShownNotice>>
}
