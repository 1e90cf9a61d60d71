/**
 * The table of contents of a module: everything it adds to the product, as plain values. The product
 * is the list of modules in `apps/server/modules.ts`; adding a feature is one folder and one line.
 */
import type { Permission } from './access/access.ts'
import type { CardSource } from './declarations/cards.ts'
import type { FieldSource } from './declarations/fields.ts'
import type { MemberSet } from './declarations/member-sets.ts'
import type { NoticeSource } from './declarations/notices.ts'
import type { PersonalData } from './declarations/personal.ts'
import type { SearchSource } from './declarations/searchable.ts'
import type { Simulated } from './declarations/simulated.ts'
import type { WorkSource } from './declarations/work.ts'
import type { Consumer } from './facts/consumer.ts'
import type { Fact } from './facts/fact.ts'
import type { AnyGate, GateAnswer } from './facts/gate.ts'
import type { Page } from './http/page.ts'
import type { AnyRoute } from './http/route.ts'
import type { Job, Schedule } from './jobs/job.ts'
import type { LiveRule } from './live/visibility.ts'

export interface Module {
  readonly name: string
  readonly permissions?: readonly Permission[]
  readonly routes?: readonly AnyRoute[]
  /** Public pages of the member site that the server fills with words before any script runs. */
  readonly pages?: readonly Page[]
  // biome-ignore lint/suspicious/noExplicitAny: facts of different payloads live in one list
  readonly facts?: readonly Fact<any>[]
  /** What it does when something happened: followers of the log. */
  readonly consumers?: readonly Consumer[]
  // biome-ignore lint/suspicious/noExplicitAny: jobs of different inputs live in one list
  readonly jobs?: readonly Job<any>[]
  readonly schedule?: readonly Schedule[]
  /** Questions it asks upward before it acts, each with a default. */
  readonly gates?: readonly AnyGate[]
  /** Its answers to the questions of lower modules. */
  readonly answers?: readonly GateAnswer[]
  /** Who may be told that something changed, by the first word of the query key. */
  readonly live?: readonly LiveRule[]
  /** What waits for operators: sources of Today. */
  readonly work?: readonly WorkSource[]
  /** What conditions may ask about a member. */
  readonly fields?: readonly FieldSource[]
  /** What it keeps about people, and what becomes of it. */
  readonly personal?: readonly PersonalData[]
  /** Sets of members in its tables by which lists of members narrow. */
  readonly memberSets?: readonly MemberSet[]
  /** What people may search for. */
  readonly searchable?: readonly SearchSource[]
  /** What members are told. */
  readonly notices?: readonly NoticeSource[]
  /** Things of it that people put into what they write. */
  readonly cards?: readonly CardSource[]
  /** What it keeps of simulated people, taken out with them. */
  readonly simulated?: readonly Simulated[]
}

type Parts = Omit<Module, 'name'>

/** The parts of a module that is too large for one list, as one. */
export function joinParts(...parts: readonly Parts[]): Parts {
  const joined: Record<string, unknown[]> = {}
  for (const part of parts)
    for (const [name, list] of Object.entries(part)) joined[name] = [...(joined[name] ?? []), ...(list ?? [])]
  return joined as Parts
}

export const defineModule = (module: Module): Module => module
