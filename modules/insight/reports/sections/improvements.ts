/** Improvements that were decided in the time, with what had been measured then. */
import { defineMessages } from '#base/i18n/messages.ts'
import { formatDate } from '#base/time/format.ts'
import { findDecidedWithin } from '../../improvements/reading.ts'
import { both, type ReportCell, type ReportSection, same } from '../body.ts'
import type { Material } from '../material.ts'
import { sectionLabels } from '../reports.messages.ts'

const words = defineMessages({
  title: { zh: '定了 {count} 项改进，保留 {kept} 项', en: '{count} improvements decided, {kept} kept' },
  none: { zh: '{period}没有定下来的改进', en: 'No improvement was decided in {period}' },
  about: {
    zh: '效果是下结论那天按前后天数或实验测出的，附 95% 区间；前后对比不是证明',
    en: 'As measured when it was decided, by days before and after or by an experiment, with 95% intervals; days prove nothing',
  },
  name: { zh: '改进', en: 'Improvement' },
  verdict: { zh: '结论', en: 'Verdict' },
  effect: { zh: '效果', en: 'Effect' },
  decided: { zh: '日期', en: 'Day' },
  kept: { zh: '保留', en: 'Kept' },
  adjusted: { zh: '调整', en: 'Adjusted' },
  dropped: { zh: '放弃', en: 'Dropped' },
  unmeasured: { zh: '没有开始', en: 'Never started' },
})

export async function improvementsSection(from: Material): Promise<ReportSection> {
  const decided = await findDecidedWithin(from.asking.ctx, from.instants, from.group)
  return {
    name: 'improvements',
    label: sectionLabels.improvements,
    title: from.say(decided.length === 0 ? words.none : words.title, () => ({
      count: decided.length,
      kept: decided.filter(({ verdict }) => verdict === 'kept').length,
    })),
    about: words.about,
    parts:
      decided.length === 0
        ? []
        : [
            {
              kind: 'table',
              title: null,
              head: [words.name, words.verdict, words.effect, words.decided],
              figures: [3],
              rows: decided.map(({ id, name, verdict, effect, decidedAt }): ReportCell[] => [
                { text: same(name), door: { path: `/plan/improvements/${id}` } },
                { text: words[verdict!], tone: verdict === 'kept' ? 'good' : 'plain' },
                { text: effect?.says ?? words.unmeasured },
                { text: both((locale) => formatDate(decidedAt!, locale, from.zone)) },
              ]),
            },
          ],
    door: { path: '/plan/improvements' },
  }
}
