/**
 * What people may search for. A module declares its sources; `search` keeps one index of their words by
 * following facts, and asks the source again before it shows anything: the index finds, the source decides
 * who may see and says how a hit looks.
 */
import type { RawBuilder } from 'kysely'
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { LoggedEvent } from '../facts/consumer.ts'
import type { Message } from '../i18n/messages.ts'

/** The words of one thing, and by what a search narrows and ranks. */
export interface Searchable {
  readonly title: string
  /** Plain text. */
  readonly body: string
  /** What others said about it, plain: it is found by that, too, but counts less. */
  readonly others?: string
  /** Names under which people look for it besides: topics, a nickname, synonyms. */
  readonly names: readonly string[]
  /** Sub-kind within the source, for a filter: `question`, `article`. */
  readonly kind: string
  readonly groupId?: Id | undefined
  readonly boardId?: Id | undefined
  readonly authorId?: Id | undefined
  readonly topicIds?: readonly Id[]
  /** Questions only. */
  readonly solved?: boolean | undefined
  /** When it became what it is: ranking prefers the fresh. */
  readonly at: Date
  /** 0 to 1: how good the crowd finds it. */
  readonly quality: number
}

export interface Hit {
  readonly id: Id
  readonly path: string
  readonly title: string
  /** What stands below the title: board and group, city, number of members. */
  readonly note: string
  readonly pictureUrl?: string | undefined
  /** Words to cut the excerpt from. */
  readonly body: string
  readonly at?: Date | undefined
}

export interface SearchSource {
  /** `posts`, `members`, `groups`, `topics`, `help`. */
  readonly name: string
  readonly label: Message
  /** Its things are names (people, groups, topics): found by parts, by pinyin and by how they sound. */
  readonly named?: boolean
  /** Its sub-kinds, when people may choose among them. */
  readonly kinds?: readonly { readonly name: string; readonly label: Message }[]
  /** Days until being new counts half; default 180. 0: age does not matter. */
  readonly halfLife?: number
  /** Ids of what an event of the log may have changed. Any source of events: demo and imports count too. */
  readonly touched: (event: LoggedEvent) => readonly Id[]
  /** The words as they are now, in a bounded number of queries; what is left out is not to be found. */
  readonly read: (ctx: Ctx, ids: readonly Id[]) => Promise<ReadonlyMap<Id, Searchable>>
  /** Ids after this one in order, for building the index anew. */
  readonly list: (ctx: Ctx, after: Id, limit: number) => Promise<readonly Id[]>
  /** What the actor may see of it now: read once for one search. */
  readonly sight: (ctx: Ctx) => Promise<Sight>
}

export interface Sight {
  /** A condition of PostgreSQL on `d` (columns ref_id, group_id, board_id, author_id): what the actor may see. */
  readonly visible: RawBuilder<boolean>
  /** Hits as they look now; what is left out is gone or not for him. */
  readonly show: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, Hit>>
}
