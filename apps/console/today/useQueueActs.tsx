import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import {
  itemKey,
  type MarkBody,
  markItems,
  type TodayItem,
  todayQuery,
} from '#modules/team/console/today.queries.ts'
import { asProblem } from '#ui/console/problem.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { goTo } from '../goTo.ts'
import { snoozeUntil } from './moments.ts'
import type { RowActs } from './QueueRow.tsx'
import { todayWords } from './words.ts'

const refs = (items: readonly TodayItem[]) => items.map(({ source, key }) => ({ source, key }))

/** What can be done with items of Today; what goes out of sight goes at once, and can be taken back. */
export function useQueueActs(done: () => void): RowActs {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { now, timeZone } = useReading()
  const refresh = () => client.invalidateQueries({ queryKey: todayQuery.queryKey })

  const act = async (body: MarkBody) => {
    try {
      return await markItems(body)
    } catch (error) {
      message.error(asProblem(error).message)
      return undefined
    } finally {
      await refresh()
    }
  }

  const hide = async (items: readonly TodayItem[], body: MarkBody, said: string) => {
    const gone = new Set(items.map(itemKey))
    client.setQueryData(todayQuery.queryKey, (before) => {
      if (!before) return before
      const left = before.items.filter((item) => !gone.has(itemKey(item)))
      const counts = { ...before.counts, all: before.counts.all - (before.items.length - left.length) }
      for (const item of before.items) if (gone.has(itemKey(item))) counts[item.kind]--
      return { ...before, items: left, counts }
    })
    done()
    if (!(await act(body))) return
    const notice = message.success({
      content: (
        <span>
          {said}
          <Button
            type="link"
            size="small"
            onClick={() => {
              notice()
              act({ act: 'restore', items: refs(items) })
            }}
          >
            {t(todayWords.undo)}
          </Button>
        </span>
      ),
      duration: 6,
    })
  }

  return {
    handle: (item) => goTo(navigate, item.path),
    snooze: (items, choice) => {
      const until = snoozeUntil(choice, now(), format, timeZone).toISOString()
      hide(
        items,
        { act: 'snooze', items: refs(items), until },
        t(todayWords.snoozed, { count: items.length }),
      )
    },
    dismiss: (items) =>
      void hide(
        items,
        { act: 'dismiss', items: items.map(({ source, key, looks }) => ({ source, key, looks })) },
        t(todayWords.dismissed, { count: items.length }),
      ),
    take: async (items) => {
      const taken = await act({ act: 'take', items: refs(items) })
      if (!taken) return
      if (taken.count < items.length) message.warning(t(todayWords.takenByOther))
      else message.success(t(todayWords.taken))
      done()
    },
    release: async (items) => {
      await act({ act: 'release', items: refs(items) })
    },
  }
}
