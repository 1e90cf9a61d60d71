/** Applications as reviewers read them. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import { pictureUrl, presentBadge } from '../groups/present.ts'
import { presentPerson } from '../memberships/present.ts'
import type { Application } from './applications.ts'
import { inWords } from './form.ts'
import { titleOf } from './own-admission.ts'
import { findSteps } from './settings.ts'
import type { applicationAnswer } from './shapes.ts'
import type { Answer } from './standing.ts'
import { standingWords } from './steps.messages.ts'
import type { Step } from './steps.ts'

interface GivenRow {
  readonly applicationId: Id
  readonly stepId: Id
  readonly answer: Answer | null
  readonly token: string | null
  readonly at: Date
  readonly points: number | null
  readonly of: number | null
  readonly passed: boolean | null
  readonly tries: number | null
}

/** A page of applications with what was given, in two queries and one for each group among them. */
export async function presentApplications(
  ctx: Ctx,
  rows: readonly Application[],
): Promise<z.input<typeof applicationAnswer>[]> {
  const steps = new Map<Id, readonly Step[]>()
  for (const { groupId } of rows) if (!steps.has(groupId)) steps.set(groupId, await findSteps(ctx, groupId))
  const given = await findGiven(
    ctx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    group: presentBadge(row.group),
    person: presentPerson(row.person),
    state: row.state,
    startedAt: row.startedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy,
    reason: row.reason,
    note: row.note,
    given: steps
      .get(row.groupId)!
      .filter((step) => step.kind !== 'review' && step.kind !== 'condition' && step.kind !== 'paid')
      .map((step) =>
        presentGiven(
          ctx,
          row,
          step,
          given.find((each) => each.applicationId === row.id && each.stepId === step.id),
        ),
      ),
    can: {
      decide: may(ctx.actor, 'groups.members') && (row.state === 'review' || row.state === 'waiting'),
    },
  }))
}

async function findGiven(ctx: Ctx, ids: readonly Id[]): Promise<GivenRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<GivenRow>`
    select w.application_id as "applicationId", w.step_id as "stepId", w.answer, file.token,
           w.answered_at as at, null::int as points, null::int as of, null::boolean as passed, null::int as tries
      from application_answer w left join file on file.id = w.file_id
     where w.application_id = any(${[...ids]}::bigint[])
    union all
    select * from (
      select distinct on (a.id, q.step_id) a.id, q.step_id, null::jsonb, null, q.at, q.points, q.of, q.passed,
             (count(*) over (partition by a.id, q.step_id))::int
        from group_application a join quiz_attempt q on q.member_id = a.member_id
        join admission_step s on s.id = q.step_id and s.group_id = a.group_id
       where a.id = any(${[...ids]}::bigint[])
       order by a.id, q.step_id, q.passed desc, q.at desc) as best`.execute(ctx.db)
  return rows
}

function presentGiven(ctx: Ctx, row: Application, step: Step, given: GivenRow | undefined) {
  const say = (words: { zh: string; en: string }, values?: Record<string, string | number>) =>
    render(words, ctx.locale, values)
  const lines: { label: string; text: string }[] = []
  if (step.kind === 'invitation' && row.code) lines.push({ label: say(standingWords.code), text: row.code })
  if (step.kind === 'form')
    for (const question of step.settings.questions)
      lines.push({ label: question.label, text: inWords(question, given?.answer?.answers?.[question.id]) })
  if (step.kind === 'task' && given?.answer?.text)
    lines.push({ label: say(standingWords.proof), text: given.answer.text })
  if (step.kind === 'quiz' && given?.points !== undefined && given.points !== null)
    lines.push({
      label: say(standingWords.score),
      text: say(standingWords.scoreOf, {
        points: given.points,
        of: given.of ?? 0,
        tries: given.tries ?? 1,
      }),
    })
  return {
    stepId: step.id,
    kind: step.kind,
    title: titleOf(ctx, step),
    done: step.kind === 'invitation' ? row.code !== null : (given?.passed ?? given !== undefined),
    lines,
    pictureUrl: pictureUrl(given?.token ?? null, 'medium'),
    answeredAt: given?.at.toISOString() ?? null,
  }
}
