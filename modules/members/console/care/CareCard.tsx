import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type Care, changeCare, stages } from './care.queries.ts'
import { careWords } from './care.words.ts'
import { NextVisit } from './NextVisit.tsx'

const tones = { koc: 'wheat', star: 'plum', vip: 'sky' } as const

export const ProgramTag = ({ program }: { program: Care['program'] }) => {
  const t = useT()
  return <Tag tone={tones[program]}>{t(careWords[program])}</Tag>
}

/** One person of the board. The card opens; its menu moves; a mouse may drag it. */
export function CareCard({ care, open, changed }: { care: Care; open: () => void; changed: () => void }) {
  const t = useT()
  const format = useFormat()
  const moves = stages
    .filter((stage) => stage !== care.stage)
    .map(
      (stage): Action<Care> => ({
        name: {
          zh: careWords.moveTo.zh.replace('{stage}', careWords[stage].zh),
          en: careWords.moveTo.en.replace('{stage}', careWords[stage].en),
        },
        icon: 'right',
        can: ({ can }) => can.edit,
        run: async ({ id }) => {
          await changeCare(id, { stage })
          changed()
        },
      }),
    )
  return (
    <li
      className="care-card"
      draggable={care.can.edit}
      onDragStart={(event) => event.dataTransfer.setData('text/x-care', care.id)}
    >
      <button type="button" className="care-open" onClick={open}>
        <Avatar id={care.member.id} name={care.member.nickname} url={care.member.avatarUrl} size={32} />
        <span className="care-who">
          <b>{care.member.nickname}</b>
          <span className="small">
            <NextVisit care={care} />
          </span>
        </span>
      </button>
      <ActionMenu actions={moves} thing={care} label={care.member.nickname} />
      {care.needs && <p className="care-needs small">{care.needs}</p>}
      <p className="care-foot">
        <ProgramTag program={care.program} />
        <span className="muted">
          {care.lastVisitOn
            ? t(careWords.lastVisit, { day: format.date(`${care.lastVisitOn}T12:00:00Z`) })
            : t(careWords.neverVisited)}
        </span>
        <span className="muted care-owner">{care.owner?.name ?? t(careWords.noOwner)}</span>
      </p>
    </li>
  )
}
