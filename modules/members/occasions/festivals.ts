/** Festivals and shopping days that Chinese brands keep (S0-35), by their calendar. */
import type { Message } from '#base/i18n/messages.ts'

export type FestivalDay =
  | { readonly calendar: 'solar'; readonly month: number; readonly day: number }
  | { readonly calendar: 'lunar'; readonly month: number; readonly day: number }
  | { readonly calendar: 'term'; readonly term: '清明' | '冬至' }
  /** The nth Sunday of a month. */
  | { readonly calendar: 'sunday'; readonly month: number; readonly nth: number }

export interface Festival {
  readonly key: string
  readonly name: Message
  readonly kind: 'festival' | 'shopping'
  readonly on: FestivalDay
}

const lunar = (month: number, day: number) => ({ calendar: 'lunar', month, day }) as const
const solar = (month: number, day: number) => ({ calendar: 'solar', month, day }) as const
const sunday = (month: number, nth: number) => ({ calendar: 'sunday', month, nth }) as const
const festival = (key: string, zh: string, en: string, on: FestivalDay): Festival => ({
  key,
  name: { zh, en },
  kind: 'festival',
  on,
})
const shopping = (key: string, zh: string, en: string, on: FestivalDay): Festival => ({
  key,
  name: { zh, en },
  kind: 'shopping',
  on,
})

export const festivals: readonly Festival[] = [
  festival('new_year', '元旦', 'New Year', solar(1, 1)),
  festival('laba', '腊八节', 'Laba Festival', lunar(12, 8)),
  festival('little_new_year', '小年', 'Little New Year', lunar(12, 23)),
  festival('new_years_eve', '除夕', 'New Year’s Eve (lunar)', lunar(12, 30)),
  festival('spring_festival', '春节', 'Spring Festival', lunar(1, 1)),
  festival('lantern', '元宵节', 'Lantern Festival', lunar(1, 15)),
  festival('valentines', '情人节', 'Valentine’s Day', solar(2, 14)),
  festival('women', '妇女节', 'Women’s Day', solar(3, 8)),
  festival('qingming', '清明节', 'Qingming', { calendar: 'term', term: '清明' }),
  festival('labour', '劳动节', 'Labour Day', solar(5, 1)),
  festival('youth', '青年节', 'Youth Day', solar(5, 4)),
  festival('mother', '母亲节', 'Mother’s Day', sunday(5, 2)),
  festival('children', '儿童节', 'Children’s Day', solar(6, 1)),
  festival('dragon_boat', '端午节', 'Dragon Boat Festival', lunar(5, 5)),
  festival('father', '父亲节', 'Father’s Day', sunday(6, 3)),
  shopping('618', '618', '618', solar(6, 18)),
  festival('qixi', '七夕节', 'Qixi', lunar(7, 7)),
  festival('teachers', '教师节', 'Teachers’ Day', solar(9, 10)),
  festival('mid_autumn', '中秋节', 'Mid-Autumn Festival', lunar(8, 15)),
  festival('national', '国庆节', 'National Day', solar(10, 1)),
  festival('double_ninth', '重阳节', 'Double Ninth Festival', lunar(9, 9)),
  shopping('double_eleven', '双十一', 'Double 11', solar(11, 11)),
  shopping('double_twelve', '双十二', 'Double 12', solar(12, 12)),
  festival('winter_solstice', '冬至', 'Winter Solstice', { calendar: 'term', term: '冬至' }),
  festival('christmas', '圣诞节', 'Christmas', solar(12, 25)),
]
