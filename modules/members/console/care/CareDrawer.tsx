import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Drawer, Form, Input, Select, Tabs } from 'antd'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Avatar } from '#ui/console/Person.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { Cadence } from './Cadence.tsx'
import { ProgramTag } from './CareCard.tsx'
import { type Care, careOfMemberQuery, changeCare, endCare, type Stage, stages } from './care.queries.ts'
import { careWords } from './care.words.ts'
import { VisitForm } from './VisitForm.tsx'
import { Visits } from './Visits.tsx'

/** One person in care: note a visit, see what was said, change the plan. */
export function CareDrawer({ care, close }: { care: Care; close: () => void }) {
  const t = useT()
  const known = useQuery(careOfMemberQuery(care.member.id))
  const visits = known.isPending ? (
    <SkeletonRows rows={3} />
  ) : known.isError ? (
    <Failed error={known.error} retry={() => known.refetch()} />
  ) : (
    <Visits visits={known.data.visits.items} />
  )
  const tabs = [
    ...(care.can.edit
      ? [
          {
            key: 'note',
            label: t(careWords.note),
            children: <VisitForm memberId={care.member.id} careId={care.id} done={close} />,
          },
        ]
      : []),
    { key: 'visits', label: t(careWords.visits), children: visits },
    ...(care.can.edit
      ? [{ key: 'plan', label: t(careWords.plan), children: <Plan care={care} done={close} /> }]
      : []),
  ]
  return (
    <Drawer
      open
      onClose={close}
      size={460}
      title={
        <span className="care-title">
          <Avatar id={care.member.id} name={care.member.nickname} url={care.member.avatarUrl} size={28} />
          <Link to="/members/$id" params={{ id: care.member.id }} className="door">
            {care.member.nickname}
          </Link>
          <ProgramTag program={care.program} />
        </span>
      }
    >
      <Tabs items={tabs} />
    </Drawer>
  )
}

interface Values {
  readonly stage: Stage
  readonly why?: string
  readonly ownerId?: string
  readonly cadenceDays: number | null
  readonly nextOn?: string
  readonly needs: string
}

function Plan({ care, done }: { care: Care; done: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  const changed = () => {
    client.invalidateQueries({ queryKey: ['care'] })
    done()
  }
  const save = async ({ why, ownerId, nextOn, ...values }: Values) => {
    await changeCare(care.id, {
      ...values,
      ownerId: ownerId ?? null,
      nextOn: nextOn || null,
      ...(why ? { why } : {}),
    })
    message.success(t(careWords.saved))
    changed()
  }
  return (
    <AskForm<Values>
      submit={save}
      verb={t(careWords.save)}
      initial={{
        stage: care.stage,
        cadenceDays: care.cadenceDays,
        needs: care.needs,
        ...(care.owner ? { ownerId: care.owner.id } : {}),
        ...(care.nextOn ? { nextOn: care.nextOn } : {}),
      }}
      beside={
        <ActionButton
          thing={care}
          action={{
            name: careWords.end,
            danger: true,
            run: async ({ id }) => {
              await endCare(id)
              changed()
            },
            confirm: ({ member, program }) => ({
              title: careWords.endTitle,
              values: { name: member.nickname, program: t(careWords[program]) },
              detail: careWords.endDetail,
              verb: careWords.end,
            }),
            done: careWords.ended,
          }}
        />
      }
    >
      <div className="care-pair">
        <Form.Item name="stage" label={t(careWords.stage)}>
          <Select options={stages.map((value) => ({ value, label: t(careWords[value]) }))} />
        </Form.Item>
        <Form.Item name="ownerId" label={t(careWords.owner)}>
          <Select allowClear options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="cadenceDays" label={t(careWords.cadence)}>
          <Cadence />
        </Form.Item>
        <Form.Item name="nextOn" label={t(careWords.nextOn)}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="needs" label={t(careWords.needs)}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={2_000}
          placeholder={t(careWords.needsHint)}
        />
      </Form.Item>
      <Form.Item name="why" label={t(careWords.why)}>
        <Input maxLength={500} placeholder={care.why || t(careWords.whyHint)} />
      </Form.Item>
    </AskForm>
  )
}
