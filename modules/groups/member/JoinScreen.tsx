/** The way into a group: what is to be done, the rules, and then the door, a queue or a review. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import BadgeCheck from 'lucide-react/icons/badge-check'
import Hourglass from 'lucide-react/icons/hourglass'
import type { ReactNode } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { TickField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { FourParts } from './GroupHead.tsx'
import { useGroupAddress } from './GroupScreen.tsx'
import { type Admission, admissionQuery, type GroupPage, groupQuery } from './groups.queries.ts'
import { JoinStep } from './JoinStep.tsx'
import { joinWords as words } from './join.words.ts'
import { titles } from './titles.messages.ts'

export default function JoinScreen() {
  const { member } = useSession()
  return <div className="mx-auto max-w-[680px]">{member ? <Way /> : <First />}</div>
}

/** Colleagues from the console are people of the community only once they say so. */
function First() {
  const t = useT()
  return (
    <Said
      icon={<Glyph name="person" size={22} />}
      title={t(words.memberFirst)}
      actions={
        <Link to="/" className={buttonClass('solid', true)}>
          {t(words.becomeMember)}
        </Link>
      }
    >
      {t(words.memberFirstBody)}
    </Said>
  )
}

function Way() {
  const t = useT()
  const { slug, code } = useGroupAddress()
  const group = useQuery(groupQuery(slug, code))
  const admission = useQuery(admissionQuery(slug, code))
  if (group.isPending || admission.isPending) return <Skeleton lines={3} face />
  if (!group.data || !admission.data)
    return (
      <>
        <PageHead title={t(titles.join)} back="/groups" />
        <ErrorCard
          error={group.error ?? admission.error}
          retry={() => {
            void group.refetch()
            void admission.refetch()
          }}
        />
      </>
    )
  const { steps, state } = admission.data
  const about =
    steps.length === 0
      ? t(words.openAbout)
      : [
          t(words.stepsAbout, { count: steps.filter((step) => step.kind !== 'review').length }),
          ...(steps.some((step) => step.kind === 'review') ? [t(words.reviewAbout)] : []),
        ].join(' · ')
  return (
    <>
      <PageHead
        title={t(words.title, { name: group.data.name })}
        about={state === 'none' || state === 'open' ? about : undefined}
        back={`/groups/${slug}`}
      />
      {state === 'none' || state === 'open' ? (
        <Doing group={group.data} admission={admission.data} code={code} />
      ) : (
        <Outcome group={group.data} admission={admission.data} code={code} />
      )}
    </>
  )
}

function Doing({ group, admission, code }: { group: GroupPage; admission: Admission; code: string }) {
  const t = useT()
  return (
    <div className="grid gap-4">
      {admission.full ? (
        <p className="rounded-card bg-wheat-soft px-4 py-3 text-[14px] leading-[22px] text-wheat-text">
          {t(words.fullNote)}
        </p>
      ) : null}
      {admission.steps.length > 0 ? (
        <ol className="grid gap-3">
          {admission.steps.map((step, at) => (
            <li key={step.id}>
              <JoinStep slug={group.slug} code={code} step={step} number={at + 1} />
            </li>
          ))}
        </ol>
      ) : null}
      <Door group={group} admission={admission} code={code} />
    </div>
  )
}

/** The rules, the consent, and the one button; it says what will happen. */
function Door({ group, admission, code }: { group: GroupPage; admission: Admission; code: string }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const go = useNavigate()
  const reviewed = admission.steps.some((step) => step.kind === 'review')
  const says = reviewed
    ? words.handIn
    : admission.full
      ? words.waitList
      : group.rules
        ? words.enter
        : words.enterPlain
  return (
    <section className="overflow-hidden rounded-card border border-line bg-card">
      {group.rules ? (
        <>
          <h2 className="px-4 pt-3.5 pb-3 text-[16px] leading-6 font-semibold">{t(words.rulesTitle)}</h2>
          <FourParts rules={group.rules} />
        </>
      ) : null}
      <Form
        className="grid gap-2 border-t border-line px-4 pt-2 pb-4 first:border-t-0"
        label={t(says)}
        send={async () => {
          const after = await ask(
            api.POST('/api/site/groups/{slug}/membership', {
              params: { path: { slug: group.slug } },
              body: { rulesVersion: group.rules?.version ?? null, ...(code ? { code } : {}) },
            }),
          )
          client.setQueryData(admissionQuery(group.slug, code).queryKey, after)
          if (after.state === 'member') {
            tell(t(words.welcome, { name: group.name }))
            await go({ to: '/groups/$slug', params: { slug: group.slug } })
          }
          await client.invalidateQueries({ queryKey: ['groups'] })
        }}
      >
        {group.rules ? (
          <TickField name="agree" required>
            {t(words.agree, { version: group.rules.version })}
          </TickField>
        ) : null}
        {admission.left > 0 ? (
          <p className="text-[14px] leading-[22px] text-muted">
            {t(words.leftToDo, { left: admission.left })}
          </p>
        ) : null}
        {admission.left > 0 ? (
          <Button wide disabled>
            {t(says)}
          </Button>
        ) : (
          <Submit>{t(says)}</Submit>
        )}
      </Form>
    </section>
  )
}

function Outcome({ group, admission, code }: { group: GroupPage; admission: Admission; code: string }) {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const promise = admission.steps.find((step) => step.kind === 'review')?.promiseHours
  const withdraw = (
    <Form
      className="contents"
      send={async () => {
        await ask(api.DELETE('/api/site/groups/{slug}/admission', { params: { path: { slug: group.slug } } }))
        tell(t(words.withdrawn))
        await client.invalidateQueries({ queryKey: ['groups'] })
      }}
    >
      <Submit look="quiet">{t(words.withdraw)}</Submit>
    </Form>
  )
  const back = (label: string): ReactNode => (
    <Link to="/groups/$slug" params={{ slug: group.slug }} className={buttonClass('solid', true)}>
      {label}
    </Link>
  )
  switch (admission.state) {
    case 'member':
      return (
        <Said
          icon={<BadgeCheck size={22} aria-hidden />}
          title={t(words.memberTitle)}
          actions={back(t(words.toGroup))}
        />
      )
    case 'review':
      return (
        <Said
          icon={<Hourglass size={21} aria-hidden />}
          title={t(words.reviewTitle)}
          actions={
            <>
              {back(t(words.backToGroup))}
              {withdraw}
            </>
          }
        >
          {t(words.reviewBody)} {promise ? t(words.promise, { hours: promise }) : ''}
        </Said>
      )
    case 'waiting':
      return (
        <Said
          icon={<Hourglass size={21} aria-hidden />}
          title={t(words.waitingTitle, { place: admission.waitingPlace ?? 1 })}
          actions={
            <>
              {back(t(words.backToGroup))}
              {withdraw}
            </>
          }
        >
          {t(words.waitingBody)}
        </Said>
      )
    default:
      return (
        <div className="grid gap-4">
          <Said
            icon={<Glyph name="speech" size={21} />}
            title={t(words.refusedTitle)}
            actions={
              <Link to="/groups/$slug" params={{ slug: group.slug }} className={buttonClass('plain', true)}>
                {t(words.backToGroup)}
              </Link>
            }
          >
            {admission.reason}
            <span className="mt-2 block">
              {admission.againAfter
                ? t(words.refusedAgain, { when: format.dateTime(admission.againAfter) })
                : t(words.refusedNow)}
            </span>
          </Said>
          {admission.againAfter ? null : <Doing group={group} admission={admission} code={code} />}
        </div>
      )
  }
}

function Said({
  icon,
  title,
  children,
  actions,
}: {
  icon: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <Card>
      <Empty
        icon={icon}
        title={title}
        action={actions ? <div className="grid w-[260px] max-w-full gap-1">{actions}</div> : undefined}
      >
        {children}
      </Empty>
    </Card>
  )
}
