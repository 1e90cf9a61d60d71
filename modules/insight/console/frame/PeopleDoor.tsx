/** Every number a door: the members behind a figure, paged, to be kept as a list. */
import { type ReactNode, useState } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'
import { PeopleDrawer } from './PeopleDrawer.tsx'

/** Whose people: an analysis, its question, and one figure of the answer. */
export interface Behind {
  readonly analysis: string
  readonly question: object
  readonly cell: object
  /** What the figure is: 手冲研究所，11月9日这周. */
  readonly title: string
}

interface Props extends Behind {
  /** How many people; left out where the figure counts something else (posts, money), which they did. */
  readonly count?: number | undefined
  /** What is shown instead of the count: `94 人`, `31.8%`. */
  readonly children?: ReactNode
}

/** A number with a dotted underline; 0 is no door. */
export function PeopleDoor({ count, children, ...behind }: Props) {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const shown = children ?? (count === undefined ? t(words.who) : format.number(count))
  if (count !== undefined && count <= 0) return <span>{shown}</span>
  return (
    <>
      <button
        type="button"
        className="door"
        aria-haspopup="dialog"
        title={
          count === undefined
            ? t(words.whoOf, { title: behind.title })
            : t(words.peopleOf, { count, title: behind.title })
        }
        onClick={() => setOpen(true)}
      >
        {shown}
      </button>
      {open && <PeopleDrawer {...behind} close={() => setOpen(false)} />}
    </>
  )
}
