/** Health of groups over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, refusal } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { addToDay } from '#base/time/calendar.ts'
import { weekFigures } from './figures.ts'
import { healthWords } from './health.messages.ts'
import { sizeHintOf } from './ladder.ts'
import { rateOf } from './life-stage.ts'
import { lines, usualLines } from './lights.ts'
import { findLevels, findLines, findReadings, findToday, readGroups } from './measuring.ts'
import { presentHealth, presentLevel } from './present.ts'
import { buildLadder, moveLines, requireGroup } from './settings.ts'
import { healthAnswer, levelAnswer, levelFields, linesFields, overviewAnswer } from './shapes.ts'

const tag = 'groups'
const read = permitted('groups.read')
const edit = permitted('groups.edit')
const linesAnswer = z.object({ lines, own: z.boolean().describe('Not those of the community') })
const levelsAnswer = z.object({ items: z.array(levelAnswer.extend({ needs: levelFields.shape.needs })) })
const round = (value: number) => Math.round(value * 10) / 10

export const healthRoutes = ({ warehouse }: Pick<Parts, 'warehouse'>) => [
  route(
    {
      method: 'get',
      path: '/api/group-health',
      summary: 'See how all groups are, as last measured',
      tag,
      access: read,
      answer: z.object({ items: z.array(overviewAnswer), next: z.null() }),
    },
    async (ctx) => {
      const [readings, levels] = await Promise.all([findReadings(ctx), findLevels(ctx)])
      const items = [...readings.values()].map(({ groupId, figures, light, stage, level, day }) => {
        const { members, activeRate, activeRateBefore, participation, answered, growth, joined28 } = figures
        const stands = levels.find((each) => each.rank === level)
        return {
          groupId,
          light,
          stage,
          level: stands ? presentLevel(stands, ctx.locale) : null,
          ...{ members, activeRate, activeRateBefore, participation, answered, growth, joined28, day },
          rates: figures.weeks.map((week) => round(rateOf(week))),
          size: sizeHintOf(members),
        }
      })
      return { items, next: null }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/groups/{id}/health',
      summary: 'See how a group is now',
      tag,
      access: read,
      limit: { max: 120, perSeconds: 60 },
      params: idParams,
      answer: healthAnswer.extend({
        weeks: z.array(weekFigures.extend({ rate: z.number() })),
        /** Past turns of light and stage, newest first. */
        measuredAt: z.iso.datetime().nullable(),
      }),
    },
    async (ctx, { params }) => {
      await requireGroup(ctx, params.id)
      const [readings, kept, levels, limits, { today }] = await Promise.all([
        readGroups(ctx, warehouse, [params.id]),
        findReadings(ctx, [params.id]),
        findLevels(ctx),
        findLines(ctx),
        findToday(ctx),
      ])
      const reading = readings.get(params.id)!
      const last = kept.get(params.id)
      return {
        ...presentHealth(reading, {
          levels,
          held: last?.level ?? 0,
          locale: ctx.locale,
          upTo: addToDay(today, -1, 'day'),
          ownLines: limits.has(params.id),
        }),
        weeks: reading.figures.weeks.map((week) => ({ ...week, rate: round(rateOf(week)) })),
        measuredAt: last?.measuredAt.toISOString() ?? null,
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/group-health/lines',
      summary: 'See the lines between green, yellow and red',
      tag,
      access: read,
      query: z.object({ group: id.optional().describe('Of this group; else of the community') }),
      answer: linesAnswer,
    },
    async (ctx, { query }) => {
      const all = await findLines(ctx)
      const own = query.group ? all.get(query.group) : all.get(null)
      return { lines: own ?? all.get(null) ?? usualLines, own: own !== undefined }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/group-health/lines',
      summary: 'Move the lines between green, yellow and red',
      tag,
      access: edit,
      body: z.object({
        group: id.nullable().default(null),
        lines: linesFields.nullable().describe('Null: a group follows the community again'),
      }),
      answer: linesAnswer,
    },
    async (ctx, { body }) => {
      await moveLines(ctx, body.group, body.lines)
      const all = await findLines(ctx)
      const own = all.get(body.group)
      return { lines: own ?? all.get(null) ?? usualLines, own: own !== undefined }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/group-levels',
      summary: 'See the ladder of groups',
      tag,
      access: read,
      answer: levelsAnswer,
    },
    async (ctx) => ({
      items: (await findLevels(ctx)).map((level) => ({
        ...presentLevel(level, ctx.locale),
        needs: level.needs,
      })),
    }),
  ),
  route(
    {
      method: 'put',
      path: '/api/group-levels',
      summary: 'Build the ladder of groups anew',
      tag,
      access: edit,
      body: z.object({
        levels: z
          .array(levelFields)
          .min(1)
          .max(9)
          .refine(
            (all) => new Set(all.map(({ rank }) => rank)).size === all.length,
            refusal(healthWords.ranksRepeat),
          ),
      }),
      answer: levelsAnswer,
    },
    async (ctx, { body }) => {
      await buildLadder(ctx, body.levels)
      return {
        items: (await findLevels(ctx)).map((level) => ({
          ...presentLevel(level, ctx.locale),
          needs: level.needs,
        })),
      }
    },
  ),
]
