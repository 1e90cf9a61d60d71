import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { entryWords } from '../entry/entry.words.ts'
import { FourParts } from '../entry/RulesScreen.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { charterOfQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { charterWords as words } from './charter.words.ts'
import { Verdict } from './Verdict.tsx'

/** What was thought when the group was made: to be held against what became of it. */
export default function GroupCharterScreen() {
  const t = useT()
  const group = useGroup()
  const { charter } = useSuspenseQuery(charterOfQuery(group.id)).data
  if (!charter)
    return (
      <GroupFrame group={group}>
        <Card>
          <Empty icon="seed" title={t(words.noCharter)} hint={t(words.noCharterHint)} />
        </Card>
      </GroupFrame>
    )
  const { problem, position, money, service, rules } = charter.answers
  const facts: readonly (readonly [string, string | number | null])[] = [
    [t(words.goal), problem.goal],
    [t(words.present), problem.present],
    [t(words.forWhom), position.forWhom],
    [t(words.situation), position.situation],
    [t(words.value), position.value],
    [t(words.enter), position.enter],
    [t(words.stay), position.stay],
    [t(words.offer), money.offer],
    [t(words.weeks), service.weeks],
    [t(words.members), service.members],
  ]
  return (
    <GroupFrame group={group}>
      <div className="split">
        <div className="stack">
          <Card
            title={t(groupWords.tabCharter)}
            extra={
              <Link to="/groups/charters/$id" params={{ id: charter.id }} className="link">
                {t(groupWords.edit)}
              </Link>
            }
          >
            <dl className="facts small">
              {facts
                .filter(([, value]) => value)
                .map(([name, value]) => (
                  <div key={name} className="facts-row">
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          </Card>
          <section aria-label={t(entryWords.preview)}>
            <FourParts rules={rules} />
          </section>
        </div>
        <Verdict charter={charter} />
      </div>
    </GroupFrame>
  )
}
