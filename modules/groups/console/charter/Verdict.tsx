import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import type { Charter } from '../group.queries.ts'
import { Fits } from './ChartersScreen.tsx'
import { warningWord, charterWords as words } from './charter.words.ts'
import './charter.css'

/** What the answers amount to: whether it fits, what speaks against it, what it costs and brings. */
export function Verdict({ charter }: { charter: Charter }) {
  const t = useT()
  const { locale } = useReading()
  const { verdict } = charter
  const money = (minor: number) =>
    (minor / 100).toLocaleString(locale, { style: 'currency', currency: 'CNY', maximumFractionDigits: 0 })
  return (
    <div className="verdict-side">
      <Card title={t(words.verdict)}>
        <Fits charter={charter} />
        {verdict.ready && <p className="small good">{t(words.ready)}</p>}
        {verdict.warnings.length > 0 && (
          <ul className="warnings">
            {verdict.warnings.map((warning) => (
              <li key={warning}>
                <Icon name="warn" size={16} />
                {t(warningWord(warning))}
              </li>
            ))}
          </ul>
        )}
        {charter.despite && <p className="row-note">{t(words.despiteKept, { reason: charter.despite })}</p>}
      </Card>
      {verdict.economics && (
        <Card title={t(words.economics)} note={t(words.hours, { count: verdict.economics.hoursPerWeek })}>
          <ul className="facts-list">
            <li>
              <span>{t(words.income)}</span>
              <span>{money(verdict.economics.income)}</span>
            </li>
            <li>
              <span>{t(words.cost)}</span>
              <span>{money(verdict.economics.cost)}</span>
            </li>
            <li>
              <span>{t(words.net)}</span>
              <b className={verdict.economics.net < 0 ? 'bad' : 'good'}>{money(verdict.economics.net)}</b>
            </li>
            {verdict.economics.breakEvenMembers !== null && (
              <li>
                <span>{t(words.breakEven)}</span>
                <span>{t(words.people, { count: verdict.economics.breakEvenMembers })}</span>
              </li>
            )}
          </ul>
        </Card>
      )}
    </div>
  )
}
