import { useMemo } from 'react'
import { axisStyle, baseOption, type Colours, fontFamily } from '#ui/console/chart/option.ts'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { Tag } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Contributor } from '../../overview/question.ts'
import { changeTitle } from '../../overview/sentences.ts'
import { BreakdownPick } from '../frame/BreakdownPick.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { type Bar, barsOf, floorOf, mostBars } from './bars.ts'
import type { OverviewQuestion } from './overview.queries.ts'
import { overviewWords as words } from './overview.words.ts'
import { behindOf, type Saying, type Seen, useSaying } from './seen.ts'

/** What changed, who it was, and what stopped at the same time. */
export function ChangeCard({
  question,
  answer: { change },
  put,
}: Seen & { readonly put: (change: Partial<OverviewQuestion>) => void }) {
  const saying = useSaying()
  const { t, format } = saying
  const then = saying.earlier(question.against)
  const bars = useMemo(
    () => barsOf(change, { before: then, now: t(words.latest), rest: t(words.rest) }),
    [change, then, t],
  )
  const option = useMemo(() => waterfall(bars, format), [bars, format])
  const floor = floorOf(bars)
  const net = change.now - change.before
  return (
    <ChartCard
      className="ov-change"
      title={saying.title(changeTitle(change, then))}
      note={[
        t(words.changeNote, { then, change: format.signed(net) }),
        ...(floor > 0 ? [t(words.truncated, { from: floor })] : []),
      ].join(' · ')}
      option={option}
      table={{
        head: [t(words.value), t(words.cameHead), t(words.newHead), t(words.awayHead), t(words.changeHead)],
        rows: change.contributors.map((each) => [
          each.label,
          { value: each.came, shown: <Came each={each} question={question} saying={saying} bare /> },
          { value: each.newcomers, shown: <New each={each} question={question} saying={saying} /> },
          { value: each.away, shown: <Away each={each} question={question} saying={saying} bare /> },
          format.signed(each.change),
        ]),
      }}
      summary={t(words.changeSummary, { then, before: change.before, now: change.now })}
      file="what-changed"
      height={162}
      legend={
        <>
          <span className="ov-change-pick">
            <MenuChip
              name={t(words.against)}
              label={then}
              value={String(question.against)}
              options={[1, 4, 8, 12].map((weeks) => ({ value: String(weeks), label: saying.earlier(weeks) }))}
              choose={(against) => put({ against: Number(against) })}
            />
            <CutPick by={question.by} put={put} inGroup={question.group !== undefined} />
          </span>
          <Reasons question={question} change={change} saying={saying} />
        </>
      }
    />
  )
}

interface CutProps {
  readonly by: OverviewQuestion['by']
  readonly put: (change: Partial<OverviewQuestion>) => void
  readonly inGroup: boolean
}

const ways = { group: words.byGroup, kind: words.byKind, channel: words.byChannel, member: words.byMember }
/** What a cut by members begins with. */
const tier = { by: 'field', field: 'tier.now' } as const

/** By what the change is told; each member is in one part, so that the bars sum to it. */
function CutPick({ by, put, inGroup }: CutProps) {
  const t = useT()
  const way = typeof by === 'object' ? 'member' : by
  return (
    <>
      <MenuChip
        name={t(words.by)}
        label={t(ways[way])}
        value={way}
        options={Object.entries(ways).map(([value, label]) => ({ value, label: t(label) }))}
        choose={(chosen) =>
          put({ by: chosen === 'member' ? tier : (chosen as 'group' | 'kind' | 'channel') })
        }
      />
      {typeof by === 'object' && (
        <BreakdownPick
          value={by}
          withoutGroup
          single
          onChange={(cut) => put({ by: cut ?? (inGroup ? 'kind' : 'group') })}
        />
      )}
    </>
  )
}

interface ReasonProps {
  readonly question: OverviewQuestion
  readonly change: Seen['answer']['change']
  readonly saying: Saying
}

function Reasons({ question, change, saying }: ReasonProps) {
  const { t, format } = saying
  if (change.contributors.length === 0) return <p className="muted small">{t(words.changeNobody)}</p>
  // What stopped is told where people were lost; elsewhere it stands by itself.
  const shown = change.contributors.slice(0, mostBars)
  const ofGroup = (value: string) =>
    question.by === 'group' ? change.stopped.filter(({ group }) => (group || '0') === (value || '0')) : []
  const apart = change.stopped.filter((each) => !shown.some(({ value }) => ofGroup(value).includes(each)))
  return (
    <>
      <ul className="ov-reasons">
        {shown.map((each) => (
          <li key={each.value}>
            <b className={each.change > 0 ? 'good' : each.change < 0 ? 'bad' : 'muted'}>
              {format.signed(each.change)}
            </b>
            <span>
              {each.label}
              <small>
                <Came each={each} question={question} saying={saying} />
                {each.newcomers > 0 && (
                  <span>
                    <New each={each} question={question} saying={saying} worded />
                  </span>
                )}
                <Away each={each} question={question} saying={saying} />
              </small>
              {ofGroup(each.value).map((end) => (
                <StoppedHere key={end.event} end={end} question={question} saying={saying} />
              ))}
            </span>
          </li>
        ))}
        {apart.map((end) => (
          <li key={`${end.group} ${end.event}`}>
            <b className="bad">−{format.number(end.missing)}</b>
            <span>
              {end.groupLabel}
              <StoppedHere end={end} question={question} saying={saying} />
            </span>
          </li>
        ))}
      </ul>
      {change.stopped.length > 0 && <p className="muted">{t(words.relatedNote)}</p>}
    </>
  )
}

interface StoppedProps {
  readonly end: Seen['answer']['change']['stopped'][number]
  readonly question: OverviewQuestion
  readonly saying: Saying
}

/** What ended at the same time, its regulars, and who of them stayed away. */
function StoppedHere({ end, question, saying }: StoppedProps) {
  const { t } = saying
  const behind = behindOf(question)
  const cell = { group: end.group, event: end.event, weeks: end.weeks }
  return (
    <small className="ov-stopped">
      <Tag>{t(words.related)}</Tag>
      <span className="said">
        {t(words.stoppedLine, { event: end.label, day: saying.day(end.lastDay), weeks: end.weeks })}
      </span>
      <PeopleDoor
        {...behind(t(words.regularsTitle, { event: end.label }), { of: 'regulars', ...cell })}
        count={end.regulars}
      >
        {t(words.stoppedRegulars, { count: end.regulars })}
      </PeopleDoor>
      <PeopleDoor
        {...behind(t(words.missingTitle, { event: end.label }), { of: 'missing', ...cell })}
        count={end.missing}
      >
        {t(words.stoppedMissing, { count: end.missing })}
      </PeopleDoor>
    </small>
  )
}

interface MovedProps {
  readonly each: Contributor
  readonly question: OverviewQuestion
  readonly saying: Saying
  readonly bare?: boolean
  readonly worded?: boolean
}

const Came = ({ each, question, saying: { t, earlier }, bare }: MovedProps) => (
  <PeopleDoor
    {...behindOf(question)(t(words.cameTitle, { name: each.label, week: earlier(question.against) }), {
      of: 'came',
      value: each.value,
    })}
    count={each.came}
  >
    {bare ? undefined : t(words.came, { count: each.came })}
  </PeopleDoor>
)

const New = ({ each, question, saying: { t }, worded }: MovedProps) => (
  <PeopleDoor
    {...behindOf(question)(t(words.newTitle, { name: each.label }), { of: 'newcomers', value: each.value })}
    count={each.newcomers}
  >
    {worded ? t(words.ofThemNew, { count: each.newcomers }) : undefined}
  </PeopleDoor>
)

const Away = ({ each, question, saying: { t, earlier }, bare }: MovedProps) => (
  <PeopleDoor
    {...behindOf(question)(t(words.awayTitle, { name: each.label, week: earlier(question.against) }), {
      of: 'away',
      value: each.value,
    })}
    count={each.away}
  >
    {bare ? undefined : t(words.away, { count: each.away })}
  </PeopleDoor>
)

/** Floating bars: an unseen one below each that is seen. */
function waterfall(bars: readonly Bar[], format: Saying['format']) {
  const floor = floorOf(bars)
  return (colours: Colours) => ({
    ...baseOption(colours),
    tooltip: { show: false },
    grid: { left: 4, right: 4, top: 22, bottom: 38 },
    xAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      ...axisStyle(colours),
      axisLine: { show: false },
      axisLabel: {
        ...axisStyle(colours).axisLabel,
        interval: 0,
        fontSize: 10,
        width: 52,
        overflow: 'break',
        lineHeight: 14,
      },
    },
    yAxis: { type: 'value', min: floor, show: false },
    series: [
      {
        type: 'bar',
        stack: 'all',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map(({ from, to, kind }) => (kind === 'total' ? 0 : Math.min(from, to))),
      },
      {
        id: 'moves',
        type: 'bar',
        stack: 'all',
        barCategoryGap: '18%',
        // From the end of each bar to where the next one begins.
        markLine: {
          silent: true,
          animation: false,
          symbol: 'none',
          z: 1,
          lineStyle: { type: 'dotted', color: colours.muted, width: 1 },
          label: { show: false },
          data: bars
            .slice(1)
            .map((_, at) => [{ coord: [at, bars[at]!.to] }, { coord: [at + 1, bars[at]!.to] }]),
        },
        data: bars.map(({ from, to, kind }, at) => ({
          value: kind === 'total' ? to : Math.abs(to - from),
          itemStyle: {
            borderRadius: 3,
            color:
              kind === 'total'
                ? at === 0
                  ? colours.slate
                  : colours.pine
                : kind === 'more'
                  ? colours.good
                  : colours.bad,
          },
        })),
        label: {
          show: true,
          position: 'top',
          color: colours.ink,
          fontSize: 12,
          fontWeight: 600,
          fontFamily,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const bar = bars[dataIndex]
            if (!bar) return ''
            return bar.kind === 'total' ? format.number(bar.to) : format.signed(bar.to - bar.from)
          },
        },
      },
    ],
  })
}
