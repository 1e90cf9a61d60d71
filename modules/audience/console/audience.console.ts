/** Segments and tag rules in the console. RFM, stages and personas stand in folders of their own. */
import { api } from '#ui/api.ts'
import { defineConsole } from '#ui/console/define.ts'
import { take } from '#ui/console/problem.ts'
import type { Segment } from './segments/segments.queries.ts'
import { segmentWords } from './segments/segments.words.ts'
import { ruleWords } from './tag-rules/tag-rules.words.ts'

const read = 'audience.read'

export const audienceConsole = defineConsole({
  nav: [
    { area: 'members', path: '/segments', label: segmentWords.segments, order: 20, permission: read },
    { area: 'members', path: '/tag-rules', label: ruleWords.rules, order: 25, permission: read },
  ],
  routes: [
    {
      path: '/segments',
      title: segmentWords.segments,
      permission: read,
      load: () => import('./segments/SegmentsScreen.tsx'),
    },
    {
      path: '/segments/new',
      title: segmentWords.create,
      permission: 'audience.edit',
      load: () => import('./segments/NewSegmentScreen.tsx'),
    },
    {
      path: '/segments/overlap',
      title: segmentWords.overlap,
      permission: read,
      load: () => import('./segments/OverlapScreen.tsx'),
    },
    {
      path: '/segments/$id',
      title: segmentWords.name,
      permission: read,
      load: () => import('./segments/SegmentScreen.tsx'),
    },
    {
      path: '/segments/$id/edit',
      title: segmentWords.edit,
      permission: 'audience.edit',
      load: () => import('./segments/EditSegmentScreen.tsx'),
    },
    {
      path: '/tag-rules',
      title: ruleWords.rules,
      permission: read,
      load: () => import('./tag-rules/TagRulesScreen.tsx'),
    },
    {
      path: '/tag-rules/$id',
      title: ruleWords.rule,
      permission: read,
      load: () => import('./tag-rules/TagRuleScreen.tsx'),
    },
  ],
  commands: [
    {
      name: segmentWords.commandNew,
      icon: 'filter',
      words: '分群 人群 圈人 segment audience 条件',
      permission: 'audience.edit',
      run: ({ go }) => go('/segments/new'),
    },
    {
      name: ruleWords.commandNew,
      icon: 'tag',
      words: '自动标签 标签规则 tag rule',
      permission: 'audience.edit',
      run: ({ go }) => go('/tag-rules/new'),
    },
  ],
  finders: [
    {
      label: segmentWords.segments,
      permission: read,
      find: async (text, signal) =>
        (
          await take<{ items: readonly Segment[] }>(
            api.GET('/api/audience/segments', {
              params: { query: { q: text.slice(0, 60), limit: 5 } },
              signal,
            }),
          )
        ).items.map((segment) => ({
          id: segment.id,
          name: segment.name,
          note: segment.sentence ?? undefined,
          path: `/segments/${segment.id}`,
        })),
    },
  ],
  memberPanels: [
    { place: 'side', order: 40, permission: read, load: () => import('./segments/MemberSegments.tsx') },
  ],
})
