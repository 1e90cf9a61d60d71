/** What to prepare and whom to congratulate, for Today (S0-35, S0-36). */
import { say } from '#base/declarations/said.ts'
import type { WorkItem, WorkSource } from '#base/declarations/work.ts'
import { render } from '#base/i18n/messages.ts'
import { addToDay, daysBetween, startOfDay } from '#base/time/calendar.ts'
import { occasionWords } from './occasions.messages.ts'
import { countPersonalDays, findOccasions } from './occasions.ts'
import { today, zoneOf } from './today.ts'

/** How many days ahead a festival is mentioned. */
const ahead = 7

export const occasionsAhead: WorkSource = {
  name: 'care.occasions',
  kind: 'care',
  label: occasionWords.source,
  permission: 'care.read',
  staleWith: ['occasions'],
  find: async (ctx, { limit }) => {
    const [on, zone] = await Promise.all([today(ctx), zoneOf(ctx)])
    const [[people], occasions] = await Promise.all([
      countPersonalDays(ctx, on, on),
      findOccasions(ctx, addToDay(on, 1, 'day'), addToDay(on, ahead, 'day')),
    ])
    const items: WorkItem[] = []
    if (people && people.birthday > 0)
      items.push({
        key: `birthday:${on}`,
        title: say(occasionWords.birthdays, { count: people.birthday }),
        note: say(occasionWords.birthdayNote),
        dueAt: startOfDay(addToDay(on, 1, 'day'), zone),
        act: occasionWords.seeWho,
        path: `/members/care/calendar?day=${on}&what=birthday`,
      })
    for (const { key, name, day, lunar } of occasions)
      items.push({
        key: `${key}:${day}`,
        title: say(occasionWords.soon, {
          days: daysBetween(on, day),
          name: typeof name === 'string' ? name : render(name, ctx.locale),
        }),
        note: say(occasionWords.soonNote, { day, lunar }),
        dueAt: startOfDay(day, zone),
        act: occasionWords.prepare,
        path: '/members/care/calendar',
      })
    return { items: items.slice(0, limit), total: items.length }
  },
}
