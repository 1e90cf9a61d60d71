import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { canAskField } from '#base/declarations/fields.ts'
import { problems } from '#base/http/problem.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from './audience.ts'
import { findCatalogue } from './catalogue/find-catalogue.ts'
import { checkResolved, requireAskable } from './conditions/check.ts'
import type { Definition } from './conditions/condition.ts'
import { openFields } from './conditions/fields.ts'
import { nodesOf, resolve } from './conditions/resolve.ts'
import type { SegmentSource } from './conditions/segment-source.ts'
import {
  ask,
  bitmapOf,
  idsAfter,
  membersSql,
  mostOfBatch,
  mostOfPage,
  prepare,
  sampleSql,
} from './conditions/set/ask.ts'
import { evaluate } from './conditions/single/evaluate.ts'
import { explanationOf } from './conditions/words/evidence.ts'
import { sentenceOf } from './conditions/words/sentence.ts'
import { sightOf } from './conditions/words/sight.ts'
import { vocabularyOf } from './conditions/words/vocabulary.ts'
import { openCopies } from './copies/copy-members.ts'
import { requireFresh } from './copies/fresh.ts'
import { findPreview } from './preview/find-preview.ts'
import { oneShortSql, stepsOf } from './preview/steps.ts'
import { segmentSource } from './segments/source.ts'

/** The language of conditions over what the modules declare, with the segments that conditions may ask for. */
export function openAudience(
  { warehouse }: Pick<Parts, 'warehouse'>,
  declared: Pick<Declared, 'facts' | 'fields'>,
  segments: SegmentSource = segmentSource,
): Audience {
  const fields = openFields(declared)
  const copies = openCopies(warehouse, fields)
  const known = { fields, segments }
  const words = async (ctx: Ctx) => vocabularyOf(ctx.locale, declared, await fields.all(ctx))

  /** For whoever acts on the answer: throws `condition_invalid` when part of the question is gone. */
  async function resolveToAct(ctx: Ctx, definition: Definition) {
    const resolved = await resolve(ctx, known, definition)
    requireAskable(ctx, resolved)
    return resolved
  }

  async function toAct(ctx: Ctx, definition: Definition) {
    const resolved = await resolveToAct(ctx, definition)
    return { resolved, statement: await prepare(ctx, copies, resolved) }
  }

  async function inWarehouse(ctx: Ctx, definition: Definition) {
    const resolved = await resolve(ctx, known, definition)
    return { resolved, statement: await prepare(ctx, copies, resolved) }
  }

  const audience: Audience = {
    copies,
    async check(ctx, definition, at, { ofSegment } = {}) {
      checkResolved(ctx, await resolve(ctx, known, definition, { ofSegment }), at)
    },
    async say(ctx, definition, reading) {
      const { root } = await resolve(ctx, known, definition)
      const parts = sentenceOf(root, await words(ctx), sightOf(ctx.actor, reading))
      return parts.map(({ text }) => text).join('')
    },
    async sayParts(ctx, definition) {
      const { root } = await resolve(ctx, known, definition)
      return sentenceOf(root, await words(ctx))
    },
    async matches(ctx, definition, memberId) {
      return (await audience.matching(ctx, definition, [memberId])).has(memberId)
    },
    async matching(ctx, definition, memberIds) {
      const judged = await evaluate(ctx, fields, await resolveToAct(ctx, definition), memberIds)
      return new Set([...judged].filter(([, { met }]) => met).map(([id]) => id))
    },
    async explain(ctx, definition, memberId, reading) {
      const explained = await audience.explainAll(ctx, definition, [memberId], reading)
      const explanation = explained.get(memberId)
      if (!explanation) throw problems.notFound()
      return explanation
    },
    async explainAll(ctx, definition, memberIds, reading) {
      const resolved = await resolveToAct(ctx, definition)
      const judged = await evaluate(ctx, fields, resolved, memberIds)
      const vocabulary = await words(ctx)
      const sight = sightOf(ctx.actor, reading)
      return new Map(
        [...judged].map(([id, each]) => [id, explanationOf(each, vocabulary, resolved.clock, sight)]),
      )
    },
    async count(ctx, definition) {
      const { statement } = await toAct(ctx, definition)
      const { n } = await ask<{ n: string }>(
        warehouse,
        statement,
        `bitmapCardinality(${bitmapOf(statement)}) AS n`,
      )
      return Number(n)
    },
    async sample(ctx, definition, count, seed = 0) {
      const { statement } = await toAct(ctx, definition)
      const { ids } = await ask<{ ids: string[] }>(
        warehouse,
        statement,
        `${sampleSql(bitmapOf(statement))} AS ids`,
        { most: count, seed },
      )
      return ids
    },
    requireFresh: async (ctx) => await requireFresh(ctx, warehouse, copies),
    async *members(ctx, definition) {
      await audience.requireFresh(ctx)
      // Whoever joins or leaves in between is taken or not, as he is met; nobody comes twice.
      const { statement } = await toAct(ctx, definition)
      // The warehouse is asked for many at once, because each question evaluates the whole condition again.
      for (let after = '0'; ; ) {
        const ids = await idsAfter(warehouse, statement, bitmapOf(statement), after, mostOfPage)
        // Emptied while it answered, it knew but a part of them.
        await audience.requireFresh(ctx)
        for (let at = 0; at < ids.length; at += mostOfBatch) yield ids.slice(at, at + mostOfBatch)
        if (ids.length < mostOfPage) return
        after = ids.at(-1)!
      }
    },
    async sql(ctx, definition) {
      const { statement } = await toAct(ctx, definition)
      return { sql: membersSql(statement), params: statement.params }
    },
    async preview(ctx, definition, { seed = 0, signal } = {}) {
      const { resolved, statement } = await inWarehouse(ctx, definition)
      return await findPreview(
        { ctx, warehouse, fields, resolved, statement, words: await words(ctx), signal },
        seed,
      )
    },
    async countOneShort(ctx, definition, { signal } = {}) {
      const { resolved, statement } = await inWarehouse(ctx, definition)
      const bitmap = oneShortSql(resolved.root, statement)
      if (bitmap === undefined) return 0
      const { n } = await ask<{ n: string }>(
        warehouse,
        statement,
        `bitmapCardinality(${bitmap}) AS n`,
        {},
        signal,
      )
      return Number(n)
    },
    async page(ctx, definition, { behind = { node: 'who' }, after = '0', limit, signal }) {
      const { resolved, statement } = await toAct(ctx, definition)
      // What a segment asks is not narrowed down for whoever may not ask it himself.
      if ('node' in behind && behind.node.includes('.segment')) {
        const sight = sightOf(ctx.actor)
        const hidden = nodesOf(resolved.root).some(
          (node) => sight.hides(node) && behind.node.startsWith(`${node.path}.segment`),
        )
        if (hidden) throw problems.notFound()
      }
      const bitmap =
        'node' in behind
          ? statement.nodes.get(behind.node)
          : 'step' in behind
            ? stepsOf(resolved.root, statement)[behind.step]?.bitmap
            : (oneShortSql(resolved.root, statement) ?? 'bitmapAndnot(everybody, everybody)')
      if (bitmap === undefined) throw problems.notFound()
      return await idsAfter(warehouse, statement, bitmap, after, limit, signal)
    },
    async findValues(ctx, key, text) {
      const field = (await fields.find(ctx, [key])).get(key)
      if (!field || !canAskField(ctx.actor, field)) return []
      const vocabulary = await words(ctx)
      const named = ((await field.find?.(ctx, text)) ?? field.options ?? []).map(({ value, label }) => ({
        value,
        label: vocabulary.label(label),
      }))
      const wanted = text.toLowerCase()
      return (field.find ? named : named.filter(({ label }) => label.toLowerCase().includes(wanted))).slice(
        0,
        50,
      )
    },
    catalogue: async (ctx) => await findCatalogue(ctx, { warehouse, declared, fields }),
  }
  return audience
}
