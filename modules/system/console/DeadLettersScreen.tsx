import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { Action } from '#ui/console/action/action.ts'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Tag, type Tone } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { JobsTabs } from './JobsTabs.tsx'
import { type DeadLetter, deadLettersQuery, discard, redrive } from './system.queries.ts'
import { systemWords } from './system.words.ts'
import './system.css'

const tones: Readonly<Record<DeadLetter['state'], Tone>> = {
  open: 'bad',
  redriving: 'wheat',
  redriven: 'pine',
  discarded: 'plain',
}

/** What could not be done after every retry: send again, or give up. */
export default function DeadLettersScreen() {
  const t = useT()
  const client = useQueryClient()
  const [url] = useUrlState()
  const query = useInfiniteQuery(deadLettersQuery(url.state === 'settled' ? 'settled' : 'open'))
  const columns = useLetterColumns()
  const refresh = () => client.invalidateQueries({ queryKey: ['system'] })
  const each = async (letters: readonly DeadLetter[], run: (id: string) => Promise<unknown>) => {
    for (const { id } of letters) await run(id)
    await refresh()
  }
  const actions: readonly Action<DeadLetter>[] = [
    {
      name: systemWords.redrive,
      icon: 'retry',
      shortcut: 'e',
      can: (letter) => letter.can.redrive,
      done: systemWords.redriven,
      run: (letter) => each([letter], redrive),
    },
    {
      name: systemWords.discard,
      icon: 'ban',
      danger: true,
      can: (letter) => letter.can.discard,
      done: systemWords.discarded,
      confirm: () => ({
        title: systemWords.discardTitle,
        detail: systemWords.discardDetail,
        verb: systemWords.discard,
      }),
      run: (letter) => each([letter], discard),
    },
  ]
  const bulk: readonly Action<readonly DeadLetter[]>[] = [
    {
      name: systemWords.redriveAll,
      icon: 'retry',
      can: (letters) => letters.every((letter) => letter.can.redrive),
      done: systemWords.redriven,
      run: (letters) => each(letters, redrive),
    },
    {
      name: systemWords.discard,
      danger: true,
      can: (letters) => letters.every((letter) => letter.can.discard),
      done: systemWords.discarded,
      confirm: (letters) => ({
        title: systemWords.discardManyTitle,
        values: { count: letters.length },
        detail: systemWords.discardDetail,
        verb: systemWords.discard,
        typed: String(letters.length),
      }),
      run: (letters) => each(letters, discard),
    },
  ]
  return (
    <ListScreen<DeadLetter>
      name="dead-letters"
      title={t(systemWords.deadLetters)}
      lead={t(systemWords.deadLettersLead)}
      below={<JobsTabs />}
      query={query}
      columns={columns}
      rowKey={(letter) => letter.id}
      rowName={(letter) => `${letter.consumer} ${letter.event.name}`}
      filters={[
        {
          key: 'state',
          label: systemWords.state,
          kind: 'choice',
          choices: [
            { value: 'open', label: t(systemWords.open) },
            { value: 'settled', label: t(systemWords.settled) },
          ],
        },
      ]}
      actions={actions}
      bulk={bulk}
      empty={{ icon: 'check', title: systemWords.lettersEmpty, hint: systemWords.lettersEmptyHint }}
    />
  )
}

function useLetterColumns(): readonly Column<DeadLetter>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      key: 'consumer',
      title: systemWords.consumer,
      phone: 'first',
      render: (letter) => (
        <span className="two-lines">
          <b>{letter.consumer}</b>
          <small>{letter.effect}</small>
        </span>
      ),
      text: (letter) => [letter.consumer, letter.effect].filter(Boolean).join(' / '),
    },
    {
      key: 'event',
      title: systemWords.event,
      render: (letter) => <code>{letter.event.name}</code>,
      text: (letter) => `${letter.event.name} #${letter.event.seq}`,
    },
    {
      key: 'reason',
      title: systemWords.reason,
      render: (letter) => <span className="reason">{letter.reason}</span>,
      text: (letter) => letter.reason,
    },
    {
      key: 'state',
      title: systemWords.state,
      render: (letter) => <Tag tone={tones[letter.state]}>{t(systemWords[letter.state])}</Tag>,
      text: (letter) => t(systemWords[letter.state]),
    },
    {
      key: 'attempts',
      title: systemWords.attempts,
      align: 'right',
      render: (letter) => format.number(letter.attempts),
      text: (letter) => letter.attempts,
      phone: 'hidden',
    },
    {
      key: 'failedAt',
      title: systemWords.failedAt,
      align: 'right',
      render: (letter) => format.ago(letter.failedAt),
      text: (letter) => letter.failedAt,
    },
  ]
}
