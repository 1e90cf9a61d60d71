/** Reads of studies, their samples and what was found. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import type { Day } from '#base/time/calendar.ts'
import type { Definition } from '../conditions/condition.ts'
import { audienceProblems } from '../problems.ts'
import type { Quota } from './studies.ts'

export interface Study {
  readonly id: Id
  readonly title: string
  readonly goal: string
  readonly definition: Definition
  readonly method: 'random' | 'quota'
  readonly target: number
  readonly guide: readonly string[]
  readonly conclusion: string
  readonly createdAt: Date
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly quotas: readonly Quota[]
  readonly chosen: number
  readonly held: number
  readonly pains: number
}

const columns = sql`
  study.id, study.title, study.goal, study.definition, study.method, study.target, study.guide, study.conclusion,
  study.created_at as "createdAt", study.closed_at as "closedAt", study.closed_by as "closedBy",
  coalesce((select jsonb_agg(jsonb_build_object('label', label, 'definition', study_quota.definition, 'wanted', wanted) order by position)
     from study_quota where study_quota.study_id = study.id), '[]') as quotas,
  (select count(*)::int from interview where interview.study_id = study.id and state in ('chosen', 'invited', 'held')) as chosen,
  (select count(*)::int from interview where interview.study_id = study.id and state = 'held') as held,
  (select count(*)::int from pain_point where pain_point.study_id = study.id) as pains`

/** Newest first. */
export async function findStudies(
  ctx: Ctx,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Study[]; next: Place | null }> {
  const { rows } = await sql<Study>`
    select ${columns} from study
     ${after ? sql`where study.id < ${after.id}::bigint` : sql``}
     order by study.id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: null, id: last.id } : null }
}

/** Throws `study_not_found`. */
export async function getStudy(ctx: Ctx, id: Id): Promise<Study> {
  const { rows } = await sql<Study>`select ${columns} from study where study.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw audienceProblems.studyNotFound()
  return rows[0]
}

export const interviewStates = ['chosen', 'invited', 'held', 'declined', 'missed'] as const
export type InterviewState = (typeof interviewStates)[number]

export interface Interview {
  readonly id: Id
  readonly studyId: Id
  readonly studyClosed: boolean
  readonly memberId: Id
  readonly nickname: string
  readonly city: string
  readonly avatarFileId: Id | null
  readonly quota: string | null
  readonly interviewerId: Id | null
  readonly interviewerName: string | null
  readonly state: InterviewState
  readonly dueOn: Day | null
  readonly heldOn: Day | null
  readonly answers: readonly string[]
  readonly summary: string
  readonly pains: number
}

const talk = sql`
  interview.id, interview.study_id as "studyId", study.closed_at is not null as "studyClosed",
  interview.member_id as "memberId", member.nickname, member.city, member.avatar_file_id as "avatarFileId",
  study_quota.label as quota, interview.interviewer_id as "interviewerId", account.name as "interviewerName",
  interview.state, interview.due_on::text as "dueOn", interview.held_on::text as "heldOn", interview.answers,
  interview.summary,
  (select count(*)::int from pain_mention where pain_mention.interview_id = interview.id) as pains`
const talkTables = sql`
  interview join study on study.id = interview.study_id join member on member.id = interview.member_id
  left join study_quota on study_quota.study_id = interview.study_id and study_quota.position = interview.quota
  left join account on account.id = interview.interviewer_id`

/** The sample of a study; it has a few hundred people at most. */
export async function findInterviews(ctx: Ctx, studyId: Id): Promise<readonly Interview[]> {
  const { rows } = await sql<Interview>`
    select ${talk} from ${talkTables} where interview.study_id = ${studyId}
     order by interview.quota nulls first, interview.id limit 1000`.execute(ctx.db)
  return rows
}

/** Throws `interview_not_found`. */
export async function getInterview(ctx: Ctx, id: Id): Promise<Interview> {
  const { rows } = await sql<Interview>`
    select ${talk} from ${talkTables} where interview.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw audienceProblems.interviewNotFound()
  return rows[0]
}

export const answersOfTest = ['yes', 'no', 'unknown'] as const
export type TestAnswer = (typeof answersOfTest)[number]
export const decisions = ['open', 'solve', 'test', 'drop'] as const

export interface PainPoint {
  readonly id: Id
  readonly studyId: Id
  readonly title: string
  readonly headache: TestAnswer
  readonly willing: TestAnswer
  readonly alternatives: TestAnswer
  readonly reassured: TestAnswer
  readonly note: string
  readonly decision: (typeof decisions)[number]
  readonly action: string
  readonly mentions: readonly {
    readonly interviewId: Id
    readonly nickname: string
    readonly quote: string
  }[]
}

const pain = sql`
  pain_point.id, pain_point.study_id as "studyId", pain_point.title, headache, willing, alternatives, reassured,
  note, decision, action,
  coalesce((select jsonb_agg(jsonb_build_object('interviewId', interview.id::text, 'nickname', member.nickname, 'quote', quote)
                             order by interview.id)
     from pain_mention join interview on interview.id = interview_id join member on member.id = member_id
    where pain_point_id = pain_point.id), '[]') as mentions`

/** What was found, the most shared first: what few said is an individual wish (S3-24). */
export async function findPainPoints(ctx: Ctx, studyId: Id): Promise<readonly PainPoint[]> {
  const { rows } = await sql<PainPoint>`
    select ${pain} from pain_point where pain_point.study_id = ${studyId}
     order by (select count(*) from pain_mention where pain_point_id = pain_point.id) desc, pain_point.id
     limit 200`.execute(ctx.db)
  return rows
}

/** Throws `pain_point_not_found`. */
export async function getPainPoint(ctx: Ctx, id: Id): Promise<PainPoint> {
  const { rows } = await sql<PainPoint>`
    select ${pain} from pain_point where pain_point.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw audienceProblems.painPointNotFound()
  return rows[0]
}
