/** Going through a list of people: who was in it before, who is here already, and what a row adds. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Import } from '#base/imports/import.ts'
import type { Mode, Placed, Read, Reason, RefusedRow, Settled, Work } from '#base/imports/kind.ts'
import { Seen } from '#base/imports/seen.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { contactKey } from '../contacts/contact.ts'
import { findFields } from '../fields/fields.ts'
import type { Vault } from '../vault.ts'
import { changeOf, isEmpty } from './change.ts'
import { findHeld } from './held.sql.ts'
import { matchPeople } from './match.sql.ts'
import { findTouched, keepDoubles } from './people.sql.ts'
import { type Person, rowReader } from './read-row.ts'
import type { ImportPlan } from './target.ts'
import { type Changed, type Newcomer, writeChanges, writeNewcomers } from './write.sql.ts'

/** A list of people, with what its columns mean. */
type List = Pick<Import, 'id'> & { readonly plan: ImportPlan }

/** A row as a person, by what this community asks of people. */
export async function personReader(ctx: Ctx, plan: ImportPlan) {
  const community = await findCommunity(ctx)
  return rowReader({
    plan,
    fields: (await findFields(ctx)).filter((field) => !field.sensitive),
    zone: community?.time_zone ?? 'Asia/Shanghai',
    now: ctx.now,
  })
}

export async function readPeople(ctx: Ctx, vault: Vault, list: List, mode: Mode): Promise<Work<Person>> {
  const read = await personReader(ctx, list.plan)
  const seen = new Seen()
  return {
    // Rows that are behind are read as well: who was in them is in the list once.
    read: ([{ row, cells }]) => withTags(refuseRepeated(read(cells), row, seen), list.plan.tags),
    settle: async (tx, people) => {
      const sorted = await sortOut(tx, vault, list, mode, people, seen)
      if (mode === 'run') {
        await writeNewcomers(tx, vault, list.id, sorted.newcomers)
        await writeChanges(tx, vault, list.id, sorted.changes)
      }
      return settledOf(sorted)
    },
  }
}

const withTags = (read: Read<Person>, tags: readonly string[]): Read<Person> =>
  'reasons' in read || tags.length === 0
    ? read
    : { thing: { ...read.thing, tags: [...new Set([...read.thing.tags, ...tags])] } }

const keysOf = (person: Person): string[] =>
  person.contacts.length > 0
    ? person.contacts.map(contactKey)
    : [`name:${person.nickname?.toLowerCase() ?? ''}`]

/** Refuses somebody who was in an earlier row; keys of refused rows are not remembered. */
function refuseRepeated(read: Read<Person>, row: number, seen: Seen): Read<Person> {
  if ('reasons' in read) return read
  const keys = keysOf(read.thing)
  const earlier = keys.map((key) => seen.rowOf(key)).filter((found) => found !== undefined)
  if (earlier.length > 0) return { reasons: [repeated(Math.min(...earlier))] }
  for (const key of keys) seen.add(key, row)
  return read
}
const repeated = (row: number): Reason => ({ code: 'repeated', values: { row } })

interface Sorted {
  readonly newcomers: Newcomer[]
  readonly changes: Changed[]
  readonly refused: RefusedRow[]
  unchanged: number
}

const settledOf = ({ newcomers, changes, refused, unchanged }: Sorted): Settled => ({
  counts: { created: newcomers.length, updated: changes.length, unchanged },
  refused,
})

/** Finds for each person whether he is new, known, or known as several. */
async function sortOut(
  ctx: Ctx,
  vault: Vault,
  list: List,
  mode: Mode,
  people: readonly Placed<Person>[],
  seen: Seen,
): Promise<Sorted> {
  const sorted: Sorted = { newcomers: [], changes: [], refused: [], unchanged: 0 }
  const matches = await matchPeople(
    ctx,
    vault,
    people.map(({ thing }) => thing),
  )
  const known = [...new Set(matches.flatMap(({ memberIds }) => (memberIds.length === 1 ? memberIds : [])))]
  const held = await findHeld(ctx, known, mode === 'run')
  const touched = mode === 'run' ? await findTouched(ctx, list.id, known) : new Map<Id, number>()
  for (const [at, { memberIds, by }] of matches.entries()) {
    const { row, cells, thing: person } = people[at]!
    const [memberId] = memberIds
    if (memberId === undefined) {
      sorted.newcomers.push({ row, person })
      continue
    }
    if (memberIds.length > 1) {
      const code = by.get(memberId) === 'name' ? 'severalNames' : 'severalPeople'
      sorted.refused.push({ row, cells, reasons: [{ code, values: { count: memberIds.length } }] })
      if (code === 'severalPeople') await keepDoubles(ctx, list.id, row, by)
      continue
    }
    const earlier = touched.get(memberId) ?? seen.rowOf(`member:${memberId}`)
    if (earlier !== undefined && earlier < row) {
      sorted.refused.push({ row, cells, reasons: [repeated(earlier)] })
      continue
    }
    seen.add(`member:${memberId}`, row)
    const change = changeOf(held.get(memberId)!, person, list.plan.existing, vault)
    if (isEmpty(change)) sorted.unchanged++
    else sorted.changes.push({ row, held: held.get(memberId)!, change })
  }
  return sorted
}
