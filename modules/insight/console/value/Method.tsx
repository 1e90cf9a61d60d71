import { Card } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { ValueAnswer } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'

/** 口径 and limits in words, the parameters for those who want them. */
export function Method({ answer }: { answer: ValueAnswer }) {
  const t = useT()
  const format = useFormat()
  const { model } = answer
  if (!model) return null
  const related =
    model.correlation !== null && Math.abs(model.correlation) > 0.3 ? model.correlation : undefined
  const short = (value: number) => format.number(Math.round(value * 1000) / 1000)
  return (
    <Card title={t(words.methodTitle)}>
      <ul className="value-method">
        <li>{t(words.method1)}</li>
        <li>{t(words.method2)}</li>
        <li>{t(words.method3, { least: answer.least })}</li>
        <li>
          {t(words.method4, {
            worth: format.number(Math.round(1000 / (1 + model.discountPerYear)) / 10),
            rate: format.percent(model.discountPerYear),
          })}
        </li>
        {related !== undefined && (
          <li className="warn">
            {t(words.correlated, {
              r: format.number(Math.round(related * 100) / 100),
              way: t(related > 0 ? words.low : words.high),
            })}
          </li>
        )}
      </ul>
      {model.buying && model.spend && (
        <p className="muted small value-parameters">
          {t(words.parameters)}：r {short(model.buying.r)} · α {short(model.buying.alpha)} · a{' '}
          {short(model.buying.a)} · b {short(model.buying.b)} · p {short(model.spend.p)} · q{' '}
          {short(model.spend.q)} · γ ¥{short(model.spend.gamma / 100)}
          {answer.asOf && (
            <>
              {' '}
              ·{' '}
              {t(words.versionOf, {
                day: format.date(`${answer.asOf}T04:00:00Z`),
                repeaters: format.number(answer.repeaters),
              })}
            </>
          )}
        </p>
      )}
    </Card>
  )
}
