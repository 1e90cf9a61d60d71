/** Kinds of reports, the days that each is about, and what it holds as the product brings it. */
import { addToDay, type CalendarUnit, type Day, startOfUnit } from '#base/time/calendar.ts'
import type { Days } from '../shapes.ts'

export const reportKinds = ['daily', 'weekly', 'monthly'] as const
export type ReportKind = (typeof reportKinds)[number]

export const sectionNames = [
  'overview',
  'north',
  'goals',
  'groups',
  'content',
  'activities',
  'feedback',
  'orders',
  'signals',
  'improvements',
  'annotations',
] as const
export type SectionName = (typeof sectionNames)[number]

/** What a report holds until somebody chooses otherwise. */
export const usualSections: Readonly<Record<ReportKind, readonly SectionName[]>> = {
  daily: ['overview', 'groups', 'content', 'activities', 'orders', 'signals', 'annotations'],
  weekly: sectionNames,
  monthly: sectionNames,
}

export const unitOf: Readonly<Record<ReportKind, CalendarUnit>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
}

/** The day, the week from Monday, or the month that a day lies in. */
export function periodOf(kind: ReportKind, day: Day): Days {
  const from = startOfUnit(day, unitOf[kind])
  return { from, to: addToDay(addToDay(from, 1, unitOf[kind]), -1, 'day') }
}

/** The one right before. */
export const periodBefore = (kind: ReportKind, { from }: Days): Days =>
  periodOf(kind, addToDay(from, -1, 'day'))

/** The latest that is over on a day. */
export const lastWhole = (kind: ReportKind, today: Day): Days => periodBefore(kind, periodOf(kind, today))
