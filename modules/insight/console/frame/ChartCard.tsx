/** The chart of an analysis: the one chart of the console, whose marks and table cells open the people behind them. */
import { useState } from 'react'
import { Chart, type ChartProps, type Picked } from '#ui/console/chart/Chart.tsx'
import type { Behind } from './PeopleDoor.tsx'
import { PeopleDrawer } from './PeopleDrawer.tsx'

interface Props extends Omit<ChartProps, 'pick'> {
  /** Whose people a mark stands for; undefined: of nobody's. */
  readonly behind?: ((picked: Picked) => Behind | undefined) | undefined
}

/**
 * `title` is a sentence, `note` the unit and 口径. Give `option` for a canvas or `children` for what
 * is drawn in the page. Cells of `table` that are doors: `{ value, shown: <PeopleDoor …/> }`.
 */
export function ChartCard({ behind, ...chart }: Props) {
  const [open, setOpen] = useState<Behind>()
  return (
    <>
      <Chart {...chart} pick={behind && ((picked) => setOpen(behind(picked)))} />
      {open && <PeopleDrawer {...open} close={() => setOpen(undefined)} />}
    </>
  )
}
