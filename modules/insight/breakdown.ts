/** Cutting figures by something: the value of each event or each member, and what those values are called. */
import { createHash } from 'node:crypto'
import type { Field } from '#base/declarations/fields.ts'
import { render } from '#base/i18n/messages.ts'
import { type BoundSql, openBinder, warehouseProperty } from '#modules/audience/api.ts'
import type { Asking } from './asking.ts'
import { channelNames, findChannels } from './attribution/channels.ts'
import type { Breakdown } from './shapes.ts'

/** Values that are shown by themselves, the largest first; the rest stands together. */
export const mostValues = 12

export interface BrokenDown extends Pick<BoundSql, 'params'> {
  /**
   * `row`: `sql` is an expression over a row of `event`, a String. `member`: `sql` is a query of `m` and `value`,
   * where a member may have several values and those without any are missing.
   */
  readonly of: 'row' | 'member'
  readonly sql: string
  /** How many values there may be by themselves, where that is not `mostValues`; they stand in their own order then. */
  readonly most?: number
  /** A member may have several values, in no order that counts. */
  readonly several?: boolean
  /** What values are called in the language of `ctx`; `''` is "not known". */
  readonly labels: (values: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/**
 * Parameters are named after what is asked, so that several of them stand in one statement. Throws
 * `condition_invalid` for a field or a segment that is there no more or that the reader may not see.
 */
export async function breakDown(asking: Asking, breakdown: Breakdown): Promise<BrokenDown> {
  const { bind, params } = openBinder(`cut${printOf(breakdown)}`)
  switch (breakdown.by) {
    case 'property':
      return {
        of: 'row',
        sql: `ifNull(${warehouseProperty(breakdown.property, bind).text}, '')`,
        params,
        labels: async (values) => new Map(values.map((value) => [value, value])),
      }
    case 'group':
      return {
        of: 'row',
        sql: `if(group_id = 0, '', toString(group_id))`,
        params,
        labels: async (values) => labelled(values, await groupNames(asking)),
      }
    case 'time': {
      const local = `toTimeZone(occurred_at, ${bind('String', asking.clock.zone)})`
      const ofWeek = breakdown.part === 'weekday'
      return {
        of: 'row',
        sql: ofWeek ? `toString(toDayOfWeek(${local}))` : `leftPad(toString(toHour(${local})), 2, '0')`,
        params,
        most: ofWeek ? 7 : 24,
        labels: async (values) => new Map(values.map((value) => [value, timeName(asking, value, ofWeek)])),
      }
    }
    case 'field': {
      const { field: key, of } = breakdown
      const who = { kind: 'field', field: key, ...(of === undefined ? {} : { of }), test: { op: 'isKnown' } }
      await asking.parts.audience.check(asking.ctx, { version: 1, who: who as never }, ['breakdown'])
      const field = (await fieldsOf(asking)).find((each) => each.key === key)
      const name = bind('String', of === undefined ? key : `${key}:${of}`)
      const zone = bind('String', asking.clock.zone)
      return {
        of: 'member',
        sql: `SELECT id AS m, ${valueSql(field, name, zone)} AS value FROM member FINAL WHERE present AND (mapContains(texts, ${name}) OR mapContains(numbers, ${name}))`,
        params,
        several: field?.type === 'choices',
        labels: async (values) => {
          // Campaigns make channels up: the field takes any text, of which the usual ones have names.
          if (key === 'member.channel') {
            const named = channelNames(asking.ctx.locale, await findChannels(asking.ctx))
            return new Map(values.map((value) => [value, named(value)]))
          }
          return labelled(values, optionNames(asking, field))
        },
      }
    }
    case 'segments': {
      const { audience } = asking.parts
      const { ctx } = asking
      const queries: string[] = []
      for (const segment of breakdown.segments) {
        const definition = { version: 1, who: { kind: 'segment', segment } } as const
        await audience.check(ctx, definition, ['breakdown'])
        const found = await audience.sql(ctx, definition)
        Object.assign(params, found.params)
        queries.push(`SELECT member_id AS m, ${bind('String', segment)} AS value FROM (${found.sql})`)
      }
      return {
        of: 'member',
        sql: queries.join(' UNION ALL '),
        params,
        labels: async (values) => {
          const named = new Map<string, string>()
          for (const segment of values.filter(Boolean))
            named.set(segment, await audience.say(ctx, { version: 1, who: { kind: 'segment', segment } }))
          return named
        },
      }
    }
  }
}

/** `20:00`, 周三. The 5th of January 2026 was a Monday. */
const timeName = ({ ctx }: Asking, value: string, ofWeek: boolean): string =>
  ofWeek
    ? new Intl.DateTimeFormat(ctx.locale, { weekday: 'short', timeZone: 'UTC' }).format(
        Date.UTC(2026, 0, 4 + Number(value)),
      )
    : `${value}:00`

const printOf = (breakdown: Breakdown) =>
  createHash('sha256').update(JSON.stringify(breakdown)).digest('hex').slice(0, 8)

/** Values of a field as texts; days and moments by month. */
function valueSql(field: Field | undefined, name: string, zone: string): string {
  switch (field?.type) {
    case 'number':
    case 'money':
    case 'flag':
      return `toString(numbers[${name}])`
    case 'date':
      return `formatDateTime(fromUnixTimestamp64Milli(toInt64(numbers[${name}]), ${zone}), '%Y-%m')`
    case 'day':
      return `substring(texts[${name}][1], 1, 7)`
    default:
      return `arrayJoin(texts[${name}])`
  }
}

async function fieldsOf({ ctx, parts }: Asking): Promise<Field[]> {
  const fields: Field[] = []
  // One after the other: in a transaction they share a connection anyway.
  for (const source of parts.declared.fields()) fields.push(...(await source.describe(ctx)))
  return fields
}

function optionNames({ ctx }: Asking, field: Field | undefined): ReadonlyMap<string, string> {
  const say = (label: NonNullable<Field['options']>[number]['label']) =>
    typeof label === 'string' ? label : render(label, ctx.locale)
  if (field?.type === 'flag') {
    const [yes, no] = ctx.locale === 'en' ? ['Yes', 'No'] : ['是', '否']
    return new Map([
      ['1', yes],
      ['0', no],
    ])
  }
  return new Map((field?.options ?? []).map(({ value, label }) => [value, say(label)]))
}

async function groupNames(asking: Asking): Promise<ReadonlyMap<string, string>> {
  const field = (await fieldsOf(asking)).find(({ key, of }) => key.startsWith('group.') && of)
  return new Map(
    (field?.of?.options ?? []).map(({ value, label }) => [
      value,
      typeof label === 'string' ? label : render(label, asking.ctx.locale),
    ]),
  )
}

const labelled = (values: readonly string[], names: ReadonlyMap<string, string>) =>
  new Map(values.map((value) => [value, names.get(value) ?? value]))
