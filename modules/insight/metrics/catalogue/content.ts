/** 内容: what is written, read and answered. */
import {
  anyone,
  count,
  entry,
  formula,
  inside,
  is,
  median,
  members,
  metric,
  population,
  ratio,
} from './entry.ts'

const interactions = count(['reaction.given', 'comment.posted', 'post.shared', 'post.bookmarked'])
const question = is('post.published', 'kind', 'question')

export const content = [
  entry(
    'posts',
    ['发帖量', 'Posts'],
    ['当期发布的帖子数', 'Posts published in the period'],
    count(['post.published']),
    'times',
  ),
  entry(
    'creators',
    ['创作者', 'Creators'],
    ['当期发过帖的成员数', 'Members who posted in the period'],
    members(['post.published']),
    'members',
  ),
  entry(
    'creator_share',
    ['创作者占比', 'Share of creators'],
    ['发帖成员数 ÷ 活跃成员数', 'Members who posted ÷ active members'],
    ratio(members(['post.published']), members(['*'])),
    'share',
  ),
  entry(
    'reads',
    ['阅读量', 'Reads'],
    ['停留 3 秒以上的阅读次数', 'Posts looked at for three seconds or more'],
    count(['post.read']),
    'times',
    { ids: ['S0-42'] },
  ),
  entry(
    'readers',
    ['阅读人数', 'Readers'],
    ['当期读过帖子的成员数', 'Members who read a post in the period'],
    members(['post.read']),
    'members',
    { ids: ['S0-42'] },
  ),
  entry(
    'coverage_rate',
    ['内容覆盖率', 'Coverage'],
    ['期末成员中，当期读过帖子的人数占比', 'Of the members at the end, those who read a post in the period'],
    ratio(members(['post.read'], inside), population()),
    'share',
    { ids: ['S4-42'] },
  ),
  entry(
    'content_interaction_rate',
    ['内容互动率', 'Interaction rate of content'],
    ['（表态 + 评论 + 分享 + 收藏）÷ 阅读量', '(Reactions + comments + shares + bookmarks) ÷ reads'],
    ratio(interactions, count(['post.read'])),
    'share',
    { ids: ['S0-43'] },
  ),
  entry(
    'questions',
    ['提问量', 'Questions'],
    ['当期发布的提问帖数', 'Questions posted in the period'],
    count([question]),
    'times',
  ),
  entry(
    'answer_rate',
    ['提问回答率', 'Answer rate'],
    [
      '当期得到首个回答的提问数 ÷ 当期提问数，团队的回答也算',
      'Questions first answered in the period ÷ questions asked in it; answers of the team count',
    ],
    ratio(count(['question.answered'], anyone), count([question])),
    'share',
  ),
  entry(
    'first_response_minutes',
    ['首次响应时长', 'Time to first answer'],
    [
      '提问到首个回答的分钟数，取中位数，团队的回答也算',
      'Minutes from question to first answer, the median; answers of the team count',
    ],
    median(['question.answered'], anyone),
    'minutes',
    { better: 'less' },
  ),
  entry(
    'featured_posts',
    ['精华帖', 'Featured posts'],
    ['当期被设为精华的帖子数', 'Posts made featured in the period'],
    count(['post.featured'], anyone),
    'times',
  ),
  entry(
    'reports',
    ['内容举报', 'Reports'],
    ['当期收到的举报数', 'Reports of content in the period'],
    count(['content.reported']),
    'times',
    { better: 'less' },
  ),
  entry(
    'health',
    ['社群健康度', 'Health'],
    [
      '100 ×（30% 周活跃率 + 25% 次周回访率 + 20% 互动成员占活跃成员比 + 10% 创作者占比 + 15% ×（1 − 被举报占发言比））',
      '100 × (30% weekly active rate + 25% revisit rate + 20% members who interact of the active + 10% share of creators + 15% × (1 − reports per message))',
    ],
    formula('100 * (0.3 * a + 0.25 * b + 0.2 * c + 0.1 * d + 0.15 * (1 - e))', {
      a: metric('weekly_active_rate'),
      b: {
        kind: 'returning',
        first: { event: '*' },
        again: { event: '*' },
        after: 1,
        unit: 'week',
        how: 'orLater',
      },
      c: ratio(
        members(['comment.posted', 'reaction.given', 'post.shared', 'post.bookmarked']),
        members(['*']),
      ),
      d: metric('creator_share'),
      e: ratio(count(['content.reported']), metric('messages')),
    }),
    'score',
    { ids: ['S2-66'] },
  ),
]
