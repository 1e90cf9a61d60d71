/** How a figure of a report is said: the same on the screen, on paper and in a mail. */
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import { distanceWords, figureWords } from '../figure.ts'
import type { ReportFigure } from './body.ts'
import { reportWords as words } from './reports.messages.ts'

export interface FigureWords {
  readonly name: string
  readonly formula: string
  readonly now: string
  readonly before: string
  /** `+12%`, `−3 个百分点`; a dash where nothing can be said. */
  readonly change: string
  readonly turn: 'good' | 'bad' | 'plain'
}

export function sayFigure(figure: ReportFigure, locale: Locale): FigureWords {
  const { unit, value, before, better } = figure
  const text = (of: Message) => render(of, locale)
  const moved = value === null || before === null ? null : value - before
  const by = (distance: number) =>
    unit === 'share' || before === null || before === 0
      ? distanceWords(distance, unit, locale)
      : figureWords(Math.abs(distance / before), 'share', locale)
  return {
    name: text(figure.name),
    formula: text(figure.formula),
    now: value === null ? text(words.unknown) : figureWords(value, unit, locale),
    before: before === null ? text(words.unknown) : figureWords(before, unit, locale),
    change:
      moved === null
        ? text(words.unknown)
        : moved === 0
          ? text(words.same)
          : render(moved > 0 ? words.up : words.down, locale, { by: by(moved) }),
    turn: moved === null || moved === 0 ? 'plain' : moved > 0 === (better === 'more') ? 'good' : 'bad',
  }
}
