/** Reads the catalogue: fields and facts from what modules declare, behaviour from what came in lately. */
import type { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { canAskField, type FieldOption } from '#base/declarations/fields.ts'
import type { Warehouse } from '#base/parts.ts'
import { addToDay } from '#base/time/calendar.ts'
import { readClock } from '../conditions/clock.ts'
import type { KnownFields } from '../conditions/fields.ts'
import { testsOf } from '../conditions/tests.ts'
import { behaviourWords } from '../conditions/words/behaviour.messages.ts'
import { type Vocabulary, vocabularyOf } from '../conditions/words/vocabulary.ts'
import type { Catalogue, CatalogueEvent, CatalogueProperty } from './catalogue.ts'

/** Days of behaviour that the picker looks at. */
const recentDays = 30
/** Names of events in the picker; a community has dozens. */
const mostNames = 300
/** Events of each name whose properties are looked at. */
const looked = 200

export async function findCatalogue(
  ctx: Ctx,
  {
    warehouse,
    declared,
    fields,
  }: {
    readonly warehouse: Pick<Warehouse, 'query'>
    readonly declared: Pick<Declared, 'facts'>
    readonly fields: KnownFields
  },
): Promise<Catalogue> {
  const known = await fields.all(ctx)
  const words = vocabularyOf(ctx.locale, declared, known)
  const options = (list: readonly FieldOption[]) =>
    list.map(({ value, label }) => ({ value, label: words.label(label) }))
  return {
    fields: known
      .filter((field) => canAskField(ctx.actor, field))
      .map((field) => ({
        key: field.key,
        label: words.label(field.label),
        section: words.say(field.section),
        type: field.type,
        unit: field.unit ? words.say(field.unit) : null,
        of: field.of ? { label: words.say(field.of.label), options: options(field.of.options) } : null,
        options: field.options ? options(field.options) : null,
        searchable: field.find !== undefined,
      })),
    events: await findEvents(ctx, warehouse, declared, words),
    tests: testsOf,
  }
}

async function findEvents(
  ctx: Ctx,
  warehouse: Pick<Warehouse, 'query'>,
  declared: Pick<Declared, 'facts'>,
  words: Vocabulary,
): Promise<CatalogueEvent[]> {
  const facts = declared.facts()
  const names = new Set(facts.map((fact) => fact.name))
  const { recent, seen } = await findRecent(ctx, warehouse)
  const any: CatalogueEvent = {
    name: '*',
    label: words.event('*'),
    kind: 'any',
    properties: [],
    recent: recent ? [...recent.values()].reduce((one, other) => one + other, 0) : null,
  }
  const byUse = (one: CatalogueEvent, other: CatalogueEvent) =>
    (other.recent ?? 0) - (one.recent ?? 0) || one.name.localeCompare(other.name)
  const ours = facts.map(
    (fact): CatalogueEvent => ({
      name: fact.name,
      label: words.event(fact.name),
      kind: 'fact',
      properties: propertiesOf(fact.payload.shape, words),
      recent: recent ? (recent.get(fact.name) ?? 0) : null,
    }),
  )
  const reported = [...new Set([...Object.keys(behaviourWords), ...(recent?.keys() ?? [])])]
    .filter((name) => name !== '*' && !names.has(name))
    .map(
      (name): CatalogueEvent => ({
        name,
        label: words.event(name),
        kind: 'behaviour',
        properties: [
          { name: 'value', label: words.amountName(name, undefined), type: 'number' },
          ...(seen.get(name) ?? []).map((each) => ({ ...each, label: words.property(each.name) })),
        ],
        recent: recent ? (recent.get(name) ?? 0) : null,
      }),
    )
  return [any, ...[...reported, ...ours].sort(byUse)]
}

/** What happened lately, by name, and which properties came with it; nothing is known while the warehouse is away. */
async function findRecent(ctx: Ctx, warehouse: Pick<Warehouse, 'query'>) {
  const { today } = await readClock(ctx)
  const from = addToDay(today, 1 - recentDays, 'day')
  try {
    const counts = await warehouse.query<{ name: string; events: string }>(
      `SELECT name, sum(events) AS events FROM event_day WHERE day >= {from:Date}
        GROUP BY name ORDER BY events DESC, name LIMIT {most:UInt32}`,
      { from, most: mostNames },
      { maxSeconds: 5 },
    )
    const properties = await warehouse.query<{ name: string; property: string; type: string }>(
      `SELECT DISTINCT name, pair.1 AS property,
              multiIf(pair.2 IN ('true', 'false'), 'flag', startsWith(pair.2, '"'), 'text', 'number') AS type
         FROM (SELECT name, arrayJoin(JSONExtractKeysAndValuesRaw(props)) AS pair
                 FROM (SELECT name, props FROM event
                        WHERE source != 'fact' AND day >= {from:Date} LIMIT {looked:UInt32} BY name))
        WHERE match(pair.2, '^("|-?[0-9]|true|false)') ORDER BY name, property LIMIT {most:UInt32}`,
      { from: addToDay(today, -1, 'day'), looked, most: mostNames * 20 },
      { maxSeconds: 5 },
    )
    const seen = new Map<string, CatalogueProperty[]>()
    for (const { name, property, type } of properties) {
      const list = seen.get(name) ?? []
      if (!list.some((each) => each.name === property))
        list.push({ name: property, label: property, type: type as CatalogueProperty['type'] })
      seen.set(name, list)
    }
    return { recent: new Map(counts.map(({ name, events }) => [name, Number(events)])), seen }
  } catch {
    return { recent: undefined, seen: new Map<string, CatalogueProperty[]>() }
  }
}

/** Properties of a fact that conditions can compare, from its payload. */
function propertiesOf(shape: z.ZodRawShape, words: Vocabulary): CatalogueProperty[] {
  return Object.entries(shape).flatMap(([name, schema]) => {
    const type = comparable(schema as z.ZodType)
    return type ? [{ name, label: words.property(name), type }] : []
  })
}

function comparable(schema: z.ZodType): CatalogueProperty['type'] | undefined {
  switch (schema.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return comparable((schema as z.ZodOptional).unwrap() as z.ZodType)
    case 'string':
    case 'enum':
    case 'literal':
      return 'text'
    case 'number':
      return 'number'
    case 'boolean':
      return 'flag'
    default:
      return undefined
  }
}
