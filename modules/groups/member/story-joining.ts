/** Ways into 手冲研究所, for stories. */
import { ago } from '#ui/member/story-data.ts'

const step = (
  id: number,
  kind: string,
  title: string,
  state: string,
  more: Record<string, unknown> = {},
) => ({
  id: String(id),
  kind,
  title,
  state,
  reason: null,
  intro: '',
  url: null,
  proof: null,
  promiseHours: null,
  form: null,
  quiz: null,
  conditions: null,
  given: null,
  ...more,
})

const option = (id: string, text: string) => ({ id, text })

export const steps = {
  quiz: step(1, 'quiz', '三道小题', 'todo', {
    intro: '不考背诵，答错了也能学到点东西。',
    quiz: {
      passPercent: 60,
      triesLeft: 2,
      last: { points: 2, of: 5, passed: false, at: ago(20) },
      againAt: null,
      questions: [
        {
          id: 'ratio',
          text: '15 克粉，按 1:15 要注多少水？',
          type: 'one',
          options: [
            option('a', '225 克'),
            option('b', '150 克'),
            option('c', '300 克'),
            option('d', '80 克'),
          ],
        },
        {
          id: 'bitter',
          text: '又苦又涩，先试哪些办法？',
          type: 'many',
          options: [
            option('a', '磨粗一点'),
            option('b', '水温降两度'),
            option('c', '再多冲一分钟'),
            option('d', '换个杯子'),
          ],
        },
        { id: 'home', text: '咖啡的家乡是哪个国家？', type: 'word', options: [] },
      ],
    },
  }),
  condition: step(2, 'condition', '来过，也动过手', 'missing', {
    conditions: [
      { says: '近 30 天签到 ≥ 5 次', met: false, evidence: '3 次', progress: { actual: 3, needed: 5 } },
      { says: '买过豆子', met: true, evidence: '11 月 21 日', progress: null },
    ],
  }),
  form: step(3, 'form', '填写申请表', 'done', {
    form: [{ id: 'why', label: '为什么想来', hint: '', type: 'long', required: true, options: [] }],
    given: { why: '想把新豆单先试一遍' },
  }),
  review: step(4, 'review', '主理人审核', 'later', {
    intro: '看重愿意写反馈的人。',
    promiseHours: 24,
  }),
}

export const admission = {
  state: 'open',
  steps: [steps.quiz, steps.condition],
  left: 2,
  full: false,
  waitingPlace: null,
  reason: null,
  againAfter: null,
  submittedAt: null,
}
