/**
 * Paths: in which order people do things within a visit, and where they leave. A visit is what a member does without
 * a pause longer than so many minutes; each thing he does is a *node*, and a path is the nodes in their order.
 *
 * Meaning:
 * - Only what the question looks at is there: what is left out neither is a node nor keeps a visit alive.
 * - The same node several times in a row is one, at its last moment. With `loops: 'once'` a node that was in the path
 *   already does not come again.
 * - A start cuts away what was before its first time in the visit, an end what comes after its first time (behind the
 *   start, when there is one); visits without them are left out. Steps count from the start; with nothing but an end
 *   they count up to it, so that all paths meet in the last column.
 * - Of more steps than asked the later ones are cut off; with an end, the earlier ones; with both, those in the
 *   middle, where one node stands for them.
 * - Of each column the largest nodes stand by themselves and the others together, so that nothing is lost: what
 *   reaches a column is what went on from the one before.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { happening } from '#modules/audience/api.ts'
import { range, scope } from '../shapes.ts'

/** Something people do that counts as a step. `by`: each value of a property is a node of its own (pages by path). */
export const step = happening.extend({ by: z.string().min(1).max(64).optional() })
export type Step = z.infer<typeof step>

/** Values that are one node: `*` stands for anything, everything else for itself. The first that fits counts. */
export const grouping = z.object({
  pattern: z.string().trim().min(1).max(200),
  /** What to call it; the pattern when left out. */
  name: z.string().trim().min(1).max(40).optional(),
})
export type Grouping = z.infer<typeof grouping>

/** A node: `e:` and an event, `v:` and a value or a pattern; `other` and `more` stand for several. */
export const nodeKey = z.string().min(1).max(300)

export const pathsQuestion = z.object({
  range,
  scope: scope.default({}),
  steps: z.array(step).min(1).max(20),
  visit: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('pause'), minutes: z.int().min(1).max(1_440) }),
      /** As the sender of the events said; what comes without a visit is left out. */
      z.object({ by: z.literal('given') }),
    ])
    .default({ by: 'pause', minutes: 30 }),
  start: nodeKey.optional(),
  end: nodeKey.optional(),
  most: z.int().min(2).max(10).default(5).describe('Columns at most'),
  mostNodes: z.int().min(2).max(20).default(8).describe('Nodes of a column that stand by themselves'),
  loops: z.enum(['runs', 'once']).default('runs'),
  groupings: z.array(grouping).max(60).default([]),
  /** Nodes, or patterns of values, that are not looked at. */
  exclude: z.array(nodeKey).max(40).default([]),
})
export type PathsQuestion = z.output<typeof pathsQuestion>

const figures = z.object({
  visits: z.int(),
  /** Different members who are still there. */
  members: z.int(),
})

export const pathsAnswer = z.object({
  days: z.object({ from: day, to: day }),
  /** Visits that have a path, and by how many members. */
  ...figures.shape,
  nodes: z.array(
    z.object({
      column: z.int(),
      node: z.string(),
      label: z.string(),
      ...figures.shape,
      /** Visits that ended here, though there was room for more. */
      left: figures,
    }),
  ),
  /** From a node of `column` to one of the next. */
  links: z.array(
    z.object({
      column: z.int(),
      from: z.string(),
      to: z.string(),
      ...figures.shape,
      /** Mean time between the two, in seconds. */
      seconds: z.number(),
    }),
  ),
})

export const pathsCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('node'), column: z.int().min(1).max(10), node: nodeKey }),
  z.object({ of: z.literal('link'), column: z.int().min(1).max(10), from: nodeKey, to: nodeKey }),
  z.object({ of: z.literal('left'), column: z.int().min(1).max(10), node: nodeKey }),
])
export type PathsCell = z.output<typeof pathsCell>

/** Stands for all nodes of a column that are not among the largest. */
export const otherNode = 'other'
/** Stands for steps that were left out between a start and an end. */
export const moreNode = 'more'
