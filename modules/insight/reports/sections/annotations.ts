/** What colleagues wrote on the charts of these days. */
import { formatDay } from '#base/time/format.ts'
import { findAnnotations } from '../../annotations/annotations.ts'
import type { ReportSection } from '../body.ts'
import type { Material } from '../material.ts'
import { sectionLabels, saysWords as words } from '../reports.messages.ts'
import { itsWords } from '../retold.ts'

export async function annotationsSection(from: Material): Promise<ReportSection> {
  const found = await findAnnotations(from.asking.ctx, from.period, from.group ?? undefined)
  return {
    name: 'annotations',
    label: sectionLabels.annotations,
    title: from.say(found.length === 0 ? words.annotationsNone : words.annotationsTitle, () => ({
      count: found.length,
    })),
    about: words.annotationsAbout,
    parts:
      found.length === 0
        ? []
        : [
            {
              kind: 'sentences',
              items: found.map(({ id, day }) => ({
                text: from.say(words.annotation, (locale) => ({
                  day: formatDay(day, locale),
                  text: itsWords,
                })),
                thing: { kind: 'annotation', id },
              })),
            },
          ],
  }
}
