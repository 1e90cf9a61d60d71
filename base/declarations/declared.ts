/**
 * What all modules declare, gathered. Handed to the modules that do something with it; asked when it is
 * needed, because modules that come later declare theirs after the first are made.
 */

import type { Permission } from '../access/access.ts'
import type { Fact } from '../facts/fact.ts'
import type { Module } from '../module.ts'
import type { CardSource } from './cards.ts'
import type { FieldSource } from './fields.ts'
import type { MemberSet } from './member-sets.ts'
import type { NoticeSource } from './notices.ts'
import type { PersonalData } from './personal.ts'
import type { SearchSource } from './searchable.ts'
import type { Simulated } from './simulated.ts'
import type { WorkSource } from './work.ts'

export interface Declared {
  // biome-ignore lint/suspicious/noExplicitAny: facts of different payloads live in one list
  facts(): readonly Fact<any>[]
  work(): readonly WorkSource[]
  fields(): readonly FieldSource[]
  personal(): readonly PersonalData[]
  memberSets(): readonly MemberSet[]
  searchable(): readonly SearchSource[]
  notices(): readonly NoticeSource[]
  cards(): readonly CardSource[]
  simulated(): readonly Simulated[]
  permissions(): readonly Permission[]
}

export const declaredBy = (modules: () => readonly Module[]): Declared => ({
  facts: () => modules().flatMap((module) => module.facts ?? []),
  work: () => modules().flatMap((module) => module.work ?? []),
  fields: () => modules().flatMap((module) => module.fields ?? []),
  personal: () => modules().flatMap((module) => module.personal ?? []),
  memberSets: () => modules().flatMap((module) => module.memberSets ?? []),
  searchable: () => modules().flatMap((module) => module.searchable ?? []),
  notices: () => modules().flatMap((module) => module.notices ?? []),
  cards: () => modules().flatMap((module) => module.cards ?? []),
  simulated: () => modules().flatMap((module) => module.simulated ?? []),
  permissions: () => modules().flatMap((module) => module.permissions ?? []),
})
