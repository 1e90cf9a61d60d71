/** The four kinds of people that operators know, each a door. */
import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { LifecycleAnswer, LifecycleQuestion } from './answer.ts'
import { lifecycleWords as words } from './lifecycle.words.ts'

const kinds = [
  ['loyal', words.loyal, words.loyalNote],
  ['back', words.back, words.backNote],
  ['lost', words.lost, words.lostNote],
  ['silent', words.silent, words.silentNote],
] as const

export function Kinds({ question, answer }: { question: LifecycleQuestion; answer: LifecycleAnswer }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="cycle-kinds">
      {kinds.map(([kind, name, note]) => {
        const { members } = answer.kinds[kind]
        return (
          <Card key={kind}>
            <p className="muted small">{t(name)}</p>
            <p className="cycle-number">
              <PeopleDoor
                analysis="lifecycle"
                question={question}
                cell={{ of: 'kind', kind }}
                title={t(name)}
                count={members}
              />
            </p>
            <p className="muted caption">{t(note, { of: format.number(answer.kinds.silent.of) })}</p>
          </Card>
        )
      })}
    </div>
  )
}
