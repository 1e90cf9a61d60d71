/** The long tail: believable words for what hundreds of members post and answer, the same each time. */
import type { PostKind } from '../shapes.ts'
import { type Chance, chanceOf } from './chance.ts'
import {
  answers,
  beans,
  faults,
  flavours,
  gear,
  moments,
  places,
  shapes,
  shops,
  temperatures,
  topicsOf,
} from './tail-words.ts'

export interface TailPost {
  readonly kind: PostKind
  readonly title: string
  readonly lines: readonly string[]
}

type Shape = keyof typeof shapes

/** What is posted on a board, each with its weight. */
const habits: Readonly<Record<string, readonly (readonly [Shape, PostKind, number])[]>> = {
  'start-here/新手上手': [
    ['question', 'question', 6],
    ['photo', 'photo', 2],
    ['discussion', 'discussion', 2],
    ['idea', 'idea', 1],
  ],
  'start-here/问题反馈': [['order', 'question', 1]],
  'pour-over/参数与复盘': [
    ['discussion', 'discussion', 8],
    ['idea', 'idea', 1],
  ],
  'pour-over/提问': [['question', 'question', 1]],
  'pour-over/豆单': [['discussion', 'discussion', 1]],
  'pour-over/器具': [
    ['discussion', 'discussion', 3],
    ['question', 'question', 1],
  ],
  'pour-over/晒单': [['photo', 'photo', 1]],
  'beta/反馈': [['trial', 'idea', 1]],
  'shanghai/约杯测': [['meet', 'discussion', 1]],
  'shanghai/探店': [['visit', 'discussion', 1]],
  'office/方案与报价': [['corner', 'question', 1]],
}

/** Boards on which members post, with how readily. */
export const readiness: Readonly<Record<string, number>> = {
  'start-here/新手上手': 8,
  'start-here/问题反馈': 0.6,
  'pour-over/参数与复盘': 6,
  'pour-over/提问': 7,
  'pour-over/豆单': 3,
  'pour-over/器具': 3,
  'pour-over/晒单': 5,
  'beta/反馈': 6,
  'shanghai/约杯测': 2,
  'shanghai/探店': 5,
  'office/方案与报价': 6,
}

/** A post for the board (`group/board`), unlike all whose titles are in `taken`. */
export function postFor(board: string, seed: string, taken: Set<string>): TailPost {
  for (let attempt = 0; ; attempt++) {
    const chance = chanceOf(seed, attempt)
    const habit = weighted(chance, habits[board] ?? [['discussion', 'discussion', 1]])
    const [shape, kind] = habit
    const [title, text] = chance.pick<readonly [string, string]>(shapes[shape])
    const drawn = draw(chance)
    const named = fill(title, drawn)
    if (taken.has(named) && attempt < 40) continue
    const unique = taken.has(named) ? `${named}（${seed.slice(-6)}）` : named
    taken.add(unique)
    const topics = topicsOf[kind]
    const tag = topics && chance.next() < 0.35 ? ` #${chance.pick(topics)}` : ''
    return { kind, title: unique, lines: [fill(text, drawn) + tag] }
  }
}

/** What somebody answers to a post of this kind; `reply`: to another comment. */
export function commentFor(kind: PostKind, seed: string, reply: boolean): string {
  const chance = chanceOf(seed)
  const of = reply
    ? answers.reply
    : kind === 'question' || kind === 'picture_question'
      ? answers.question
      : kind === 'photo' || kind === 'video'
        ? answers.photo
        : kind === 'idea'
          ? answers.idea
          : answers.discussion
  const first = fill(chance.pick<string>(of), draw(chance))
  // Some say two things.
  return !reply && chance.next() < 0.3 ? first + fill(chance.pick<string>(of), draw(chance)) : first
}

function weighted<T extends readonly [unknown, unknown, number]>(chance: Chance, of: readonly T[]): T {
  let left = chance.next() * of.reduce((sum, each) => sum + each[2], 0)
  for (const each of of) {
    left -= each[2]
    if (left < 0) return each
  }
  return of[of.length - 1]!
}

const draw = (chance: Chance): Readonly<Record<string, string>> => ({
  bean: chance.pick(beans),
  gear: chance.pick(gear),
  gear2: chance.pick(gear),
  temperature: chance.pick(temperatures),
  flavour: chance.pick(flavours),
  flavour2: chance.pick(flavours),
  fault: chance.pick(faults),
  moment: chance.pick(moments),
  place: chance.pick(places),
  shop: chance.pick(shops),
})

const fill = (text: string, drawn: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => drawn[name] ?? '')
