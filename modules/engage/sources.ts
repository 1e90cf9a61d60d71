/** What all modules tell members, by the fact that it follows and by its name. */
import type { Declared } from '#base/declarations/declared.ts'
import type { NoticeSource } from '#base/declarations/notices.ts'

export interface Sources {
  /** Asked late: modules declare theirs after this one is made. */
  on(fact: string): readonly NoticeSource[]
  /** The source that shows notices of this name, and whose words stand among a member's wishes. */
  find(name: string): NoticeSource | undefined
  /** One for each name, in the order of declaration. */
  all(): readonly NoticeSource[]
}

export function openSources(declared: Pick<Declared, 'notices'>): Sources {
  let known: { byFact: Map<string, NoticeSource[]>; byName: Map<string, NoticeSource> } | undefined
  const read = () => {
    if (known) return known
    const byFact = new Map<string, NoticeSource[]>()
    const byName = new Map<string, NoticeSource>()
    for (const source of declared.notices()) {
      byFact.set(source.on.name, [...(byFact.get(source.on.name) ?? []), source])
      if (!byName.has(source.name)) byName.set(source.name, source)
    }
    known = { byFact, byName }
    return known
  }
  return {
    on: (fact) => read().byFact.get(fact) ?? [],
    find: (name) => read().byName.get(name),
    all: () => [...read().byName.values()],
  }
}
