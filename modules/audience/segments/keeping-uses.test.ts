import { expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { type Definition, everybody } from '../conditions/condition.ts'
import { getStudy } from '../interviews/studies.sql.ts'
import { changeStudy, openStudy, removeStudy } from '../interviews/studies.ts'
import { openAudience } from '../open-audience.ts'
import { changePersona, definePersona, getPersona, removePersona } from '../personas/personas.ts'
import type { LifeDefinition } from '../stages/model.ts'
import { communityPreset } from '../stages/presets.ts'
import {
  archiveModel,
  createModel,
  discardLifeDraft,
  publishLifeDraft,
  saveLifeDraft,
} from '../stages/versions.ts'
import { findSegmentUses } from './references.ts'
import { createSegment, removeSegment } from './segments.ts'

const database = useDatabase()
const ctx = (): Ctx => testCtx(database(), undefined, new Date('2026-11-20T04:00:00Z'))
const audience = openAudience(
  {
    warehouse: {
      query: async () => [],
      insert: async () => undefined,
      status: async () => ({ state: 'missing' as const }),
    },
  },
  { facts: () => [], fields: () => [] },
)
let named = 0
const segment = async (): Promise<Id> =>
  (await createSegment(ctx(), audience, { name: `分群 ${++named}`, kind: 'dynamic', definition: everybody }))
    .id
const within = (id: Id): Definition => ({ version: 1, who: { kind: 'segment', segment: id } })
const usersOf = async (id: Id) => (await findSegmentUses(ctx(), id)).map(({ by, name }) => `${by} ${name}`)
const isKept = (id: Id) => expect(removeSegment(ctx(), id)).rejects.toMatchObject({ code: 'segment_in_use' })

test('a persona keeps the segments that it asks for, until it asks no more', async () => {
  const [first, second] = [await segment(), await segment()]
  const words = { tagline: '', needs: '', approach: '', tone: 'pine' as const }
  const id = await definePersona(ctx(), audience, { ...words, name: '尝鲜客', definition: within(first) })
  expect(await usersOf(first)).toEqual(['persona 尝鲜客'])
  await isKept(first)
  await changePersona(ctx(), audience, await getPersona(ctx(), id), {
    name: '老饕',
    definition: within(second),
  })
  expect(await usersOf(second)).toEqual(['persona 老饕'])
  await removeSegment(ctx(), first)
  await isKept(second)
  await removePersona(ctx(), await getPersona(ctx(), id))
  await removeSegment(ctx(), second)
})

test('a study keeps the segments of its target and of its quotas while it is open', async () => {
  const [target, quota] = [await segment(), await segment()]
  const id = await openStudy(ctx(), audience, {
    title: '为什么不再来',
    goal: '',
    definition: within(target),
    method: 'quota',
    target: 4,
    quotas: [{ label: '常客', definition: within(quota), wanted: 4 }],
    guide: [],
  })
  await isKept(target)
  await isKept(quota)
  await changeStudy(ctx(), audience, await getStudy(ctx(), id), { quotas: [] })
  await removeSegment(ctx(), quota)
  await changeStudy(ctx(), audience, await getStudy(ctx(), id), { closed: true })
  expect(await usersOf(target)).toEqual([])
  await changeStudy(ctx(), audience, await getStudy(ctx(), id), { closed: false })
  await isKept(target)
  await removeStudy(ctx(), await getStudy(ctx(), id))
  await removeSegment(ctx(), target)
})

test('a life cycle keeps the segments of the version in force and of its draft', async () => {
  const [inForce, drafted, dropped] = [await segment(), await segment(), await segment()]
  const life = (id: Id): LifeDefinition => ({
    ...communityPreset,
    stages: communityPreset.stages.map((stage, at) => (at === 1 ? { ...stage, when: within(id) } : stage)),
  })
  const model = await createModel(ctx(), { name: '企业客户', note: '', definition: life(inForce) })
  await saveLifeDraft(ctx(), model, life(dropped))
  await isKept(dropped)
  await discardLifeDraft(ctx(), model)
  await removeSegment(ctx(), dropped)
  await saveLifeDraft(ctx(), model, { ...life(drafted), who: within(drafted) })
  expect(await usersOf(drafted)).toEqual(['lifecycle_draft 企业客户'])
  await isKept(inForce)
  await publishLifeDraft(ctx(), model, '')
  expect(await usersOf(drafted)).toEqual(['lifecycle 企业客户'])
  await removeSegment(ctx(), inForce)
  await isKept(drafted)
  await archiveModel(ctx(), model)
  await removeSegment(ctx(), drafted)
})
