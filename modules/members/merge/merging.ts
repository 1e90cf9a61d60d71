/** Merging as a part of the module: permission, routes, facts, job, schedule, and what it keeps about people. */
import type { Permission } from '#base/access/access.ts'
import type { Declared } from '#base/declarations/declared.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import type { Vault } from '../vault.ts'
import {
  doublesSearched,
  memberMerged,
  memberMergedAway,
  memberParted,
  memberUnmerged,
} from './merge.facts.ts'
import { mergeLabels } from './merge.messages.ts'
import { mergeRoutes } from './merge.routes.ts'
import { searchJob } from './search.ts'

const permission: Permission = {
  name: 'members.merge',
  label: mergeLabels.permission,
  roles: ['owner', 'admin', 'support'],
}

const words = defineMessages({
  label: { zh: '导入与合并的记录', en: 'Records of imports and merges' },
  kept: {
    zh: '从哪份名单、哪一行来的，哪些档案合并过，用于撤销；导入记录 30 天后删除，注销时一并删除',
    en: 'Which list and row you came with and which profiles were merged, for undoing; removed after thirty days, or with the account',
  },
})

const personal: PersonalData = {
  name: 'members.imports',
  label: words.label,
  kept: words.kept,
  tables: ['member_import', 'member_import_change', 'member_merge', 'member_double'],
  copy: async (ctx, memberId) => ({
    lists: await ctx.db
      .selectFrom('member_import_change')
      .innerJoin('member_import', 'member_import.id', 'member_import_change.import_id')
      .select([
        'member_import.file_name as list',
        'member_import.started_at as at',
        'member_import_change.created',
      ])
      .where('member_import_change.member_id', '=', memberId)
      .limit(1_000)
      .execute(),
    merges: await ctx.db
      .selectFrom('member_merge')
      .select(['merged_at as at', 'reason', 'undone_at as undone'])
      .where((where) => where.or([where('double_id', '=', memberId), where('into_id', '=', memberId)]))
      .limit(1_000)
      .execute(),
  }),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('member_import_change').where('member_id', '=', memberId).execute()
    await ctx.db
      .deleteFrom('member_double')
      .where((where) => where.or([where('low_id', '=', memberId), where('high_id', '=', memberId)]))
      .execute()
    // That two profiles were one person stays true; what was in them goes.
    await ctx.db
      .updateTable('member_merge')
      .set({ moved: '{}', note: '', undo_until: ctx.now })
      .where((where) => where.or([where('double_id', '=', memberId), where('into_id', '=', memberId)]))
      .execute()
  },
  // Which row made which profile stays with that profile: undoing the import finds it there.
  merge: async () => ({}),
  unmerge: async () => undefined,
}

export function merging(
  parts: Pick<Parts, 'files' | 'jobs'>,
  vault: Vault,
  declared: Pick<Declared, 'personal'>,
) {
  const job = searchJob(vault)
  return {
    permission,
    routes: mergeRoutes({ ...parts, declared, searchJob: job }),
    facts: [memberMerged, memberMergedAway, memberUnmerged, memberParted, doublesSearched],
    jobs: [job],
    schedule: [{ job: job.name, cron: '40 4 * * *', zone: 'community', why: mergeLabels.searchWhy }],
    personal: [personal],
  }
}
