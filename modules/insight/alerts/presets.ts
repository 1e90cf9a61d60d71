/** Alerts that come with the product (S1-69 to S1-73 and what the trade watches besides): installed once. */
import type { Ctx } from '#base/context.ts'
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import { presetWords as words } from './alerts.messages.ts'
import type { RuleFields } from './rules.ts'

type Preset = Pick<RuleFields, 'metric' | 'unit' | 'test' | 'eachGroup' | 'leastBase' | 'cooldown'> & {
  readonly key: string
  readonly name: Message
}

const below = (line: number | 'health') => ({ kind: 'threshold', side: 'below', line }) as const
const rule = (
  key: string,
  name: Message,
  metric: RuleFields['metric'],
  unit: RuleFields['unit'],
  test: RuleFields['test'],
  more: Partial<Pick<RuleFields, 'eachGroup' | 'leastBase' | 'cooldown'>> = {},
): Preset => ({ key, name, metric, unit, test, eachGroup: false, leastBase: 0, cooldown: 7, ...more })

const started: RuleFields['metric'] = {
  version: 1,
  how: { kind: 'events', event: 'activity.published', counted: { of: 'count' }, by: 'anyone' },
}

export const presets: readonly Preset[] = [
  // S1-71: weekly active rate of a group below its red line, 30 % unless its health says another.
  rule('S1-71', words.weeklyActive, 'weekly_active_rate', 'day', below('health'), {
    eachGroup: true,
    leastBase: 10,
  }),
  rule('S1-72', words.participation, 'participation_rate', 'week', below(0.2), { leastBase: 20 }),
  // S1-69: activity is watched every day.
  rule(
    'S1-69',
    words.messages,
    'messages',
    'day',
    { kind: 'anomaly', side: 'below', strength: 4 },
    { cooldown: 3 },
  ),
  rule('S1-69-silence', words.silent, 'messages', 'day', { kind: 'silence', buckets: 1 }, { cooldown: 1 }),
  // S1-70: what activities brought is looked at every week.
  rule(
    'S1-70',
    words.conversion,
    'activity_conversion_rate',
    'week',
    {
      kind: 'change',
      side: 'below',
      by: 0.3,
      against: 'previous',
    },
    { leastBase: 30 },
  ),
  rule('S1-70-satisfaction', words.satisfaction, 'satisfaction', 'week', below(0.8), { leastBase: 20 }),
  // S1-73: forms of interaction are renewed every month.
  rule('S1-73', words.variety, started, 'month', { kind: 'silence', buckets: 1 }, { cooldown: 28 }),
  rule('questions-answered', words.answered, 'answer_rate', 'week', below(0.5), { leastBase: 10 }),
  // S0-47: what the talk concentrates on belongs into the calendar of content.
  rule('S0-47', words.topic, 'messages', 'week', { kind: 'topic', times: 2 }, { leastBase: 5, cooldown: 14 }),
  rule(
    'leaving',
    words.churn,
    'leave_rate',
    'week',
    { kind: 'anomaly', side: 'above', strength: 4 },
    { leastBase: 50 },
  ),
]

const names = new Map(presets.map(({ key, name }) => [key, name]))

/** What a rule is called: as somebody named it, or as the product calls it in the language of the reader. */
export function ruleName(
  { name, preset }: { readonly name: string; readonly preset: string | null },
  locale: Locale,
): string {
  const usual = preset === null ? undefined : names.get(preset)
  return name || (usual ? render(usual, locale) : '')
}

/** Puts in those that are not there yet; those that are stay as somebody left them. */
export async function installPresets(ctx: Ctx): Promise<void> {
  await ctx.db
    .insertInto('alert_rule')
    .values(
      presets.map(({ key, metric, unit, test, eachGroup, leastBase, cooldown }) => ({
        preset: key,
        name: '',
        metric: JSON.stringify(metric),
        scope: '{}',
        each_group: eachGroup,
        unit,
        test: JSON.stringify(test),
        least_base: leastBase,
        cooldown,
        created_at: ctx.now,
        created_by: 'system:insight',
        changed_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.column('preset').doNothing())
    .execute()
}
