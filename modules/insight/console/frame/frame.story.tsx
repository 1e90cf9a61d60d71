import { useState } from 'react'
import type { Happening } from '#ui/console/condition/condition.ts'
import { Card } from '#ui/console/Page.tsx'
import { defineStories } from '#ui/console/story/story.ts'
import { BreakdownPick } from './BreakdownPick.tsx'
import { EventPick } from './EventPick.tsx'
import type { Breakdown, Range, Scope, Unit } from './question.ts'
import { RangePick, UnitPick } from './RangePick.tsx'
import { ScopePick } from './ScopePick.tsx'
import { useShade } from './shade.ts'
import './frame.css'

/** The chips of a question, as they begin and as they look when something was chosen. */
function Chips({
  range,
  breakdown,
  happening,
}: {
  range: Range
  breakdown?: Breakdown
  happening: Happening
}) {
  const [when, setWhen] = useState(range)
  const [unit, setUnit] = useState<Unit>('week')
  const [scope, setScope] = useState<Scope>({})
  const [cut, setCut] = useState(breakdown)
  const [event, setEvent] = useState(happening)
  return (
    <Card>
      <div className="question-bar">
        <RangePick value={when} onChange={setWhen} />
        <UnitPick value={unit} onChange={setUnit} />
        <ScopePick value={scope} onChange={setScope} />
        <BreakdownPick value={cut} onChange={setCut} events={[event.event]} />
        <EventPick value={event} onChange={setEvent} />
      </div>
    </Card>
  )
}

function Shades() {
  const shade = useShade()
  return (
    <Card>
      <div className="question-bar">
        {Array.from({ length: 11 }, (_, at) => (
          <span key={shade(at / 10).background} className="tag" style={shade(at / 10)}>
            {at * 10}
          </span>
        ))}
      </div>
    </Card>
  )
}

export default defineStories({
  group: 'insight frame',
  stories: [
    {
      name: 'question',
      render: () => (
        <div className="stack">
          <h1>Question</h1>
          <Chips range={{ last: 12, unit: 'week' }} happening={{ event: '' }} />
          <Chips
            range={{ from: '2026-10-01', to: '2026-10-31' }}
            breakdown={{ by: 'group' }}
            happening={{ event: 'post.published' }}
          />
          <Chips
            range={{ last: 1, unit: 'month', whole: true }}
            breakdown={{ by: 'segments', segments: ['7', '9'] }}
            happening={{ event: '*' }}
          />
        </div>
      ),
    },
    {
      name: 'shades',
      render: () => (
        <div className="stack">
          <h1>Shades</h1>
          <Shades />
        </div>
      ),
    },
  ],
})
