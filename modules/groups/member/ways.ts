/** How one gets in, and where one stands, in words. */
import type { Message } from '#base/i18n/messages.ts'
import type { GroupCard } from './groups.queries.ts'
import { words } from './groups.words.ts'

const names: Record<string, Message> = {
  invitation: words.wayInvitation,
  form: words.wayForm,
  quiz: words.wayQuiz,
  task: words.wayTask,
  paid: words.wayPaid,
  condition: words.wayCondition,
  review: words.wayReview,
}

export const waysOf = (ways: readonly string[]): readonly Message[] =>
  ways.length === 0 ? [words.waysOpen] : ways.flatMap((way) => names[way] ?? [])

export const standingOf: Record<GroupCard['standing'], Message | undefined> = {
  none: undefined,
  member: words.standingMember,
  open: words.standingOpen,
  review: words.standingReview,
  waiting: words.standingWaiting,
  refused: words.standingRefused,
}
