/** What columns are called: 第 3 周, 4–7 天. */
import { useCallback } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import type { ColumnName, RetentionQuestion } from './answer.ts'
import { retentionWords as words } from './retention.words.ts'

const names = { day: words.dayColumn, week: words.weekColumn, month: words.monthColumn }

export function useColumns({ unit, brackets }: Pick<RetentionQuestion, 'unit' | 'brackets'>): ColumnName {
  const t = useT()
  const key = brackets?.join(' ')
  return useCallback(
    (column) => {
      if (!key) return t(names[unit], { n: column })
      const ends = key.split(' ').map(Number)
      const [from, to] = [(ends[column - 2] ?? 0) + 1, ends[column - 1] ?? 0]
      return from === to ? t(words.dayColumn, { n: to }) : t(words.bracketColumn, { from, to })
    },
    [t, unit, key],
  )
}
