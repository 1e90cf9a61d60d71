import { Button, Form, Input, Radio, Segmented, Select } from 'antd'
import type { Message } from '#base/i18n/messages.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { entryWords } from '../entry/entry.words.ts'
import type { Charter } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { charterWords as words } from './charter.words.ts'
import { MoneyFields, ServiceFields } from './MoneyFields.tsx'

type Verdict = Charter['verdict']

/** The questions of one step. */
export function Fields({ step, verdict }: { step: string; verdict: Verdict }) {
  switch (step) {
    case 'fit':
      return <FitFields />
    case 'position':
      return <PositionFields verdict={verdict} />
    case 'money':
      return <MoneyFields />
    case 'service':
      return <ServiceFields />
    case 'rules':
      return <RulesFields />
    default:
      return <ProblemFields />
  }
}

/** Yes, no, or not known yet. */
function YesNo({
  value = null,
  onChange,
  label,
}: {
  value?: boolean | null
  onChange?: (value: boolean | null) => void
  label?: string
}) {
  const t = useT()
  return (
    <Segmented
      aria-label={label}
      value={value === null ? 'unsure' : value ? 'yes' : 'no'}
      onChange={(chosen) => onChange?.(chosen === 'unsure' ? null : chosen === 'yes')}
      options={[
        { value: 'yes', label: t(words.yes) },
        { value: 'no', label: t(words.no) },
        { value: 'unsure', label: t(words.unsure) },
      ]}
    />
  )
}

function Text({ name, label, rows }: { name: (string | number)[]; label: Message; rows?: number }) {
  const t = useT()
  return (
    <Form.Item name={name} label={t(label)}>
      {rows ? <Input.TextArea maxLength={1_000} autoSize={{ minRows: rows }} /> : <Input maxLength={120} />}
    </Form.Item>
  )
}

function ProblemFields() {
  const t = useT()
  const onlyWay = Form.useWatch(['problem', 'onlyWay']) as boolean | null | undefined
  return (
    <>
      <p className="lead-text">{t(words.problemLead)}</p>
      <Text name={['problem', 'goal']} label={words.goal} rows={2} />
      <Text name={['problem', 'present']} label={words.present} rows={2} />
      <Form.Item name={['problem', 'onlyWay']} label={t(words.onlyWay)}>
        <YesNo label={t(words.onlyWay)} />
      </Form.Item>
      {onlyWay === false && <Text name={['problem', 'otherWays']} label={words.otherWays} rows={2} />}
    </>
  )
}

const products = [
  ['tool', words.pTool, words.pToolHint],
  ['content', words.pContent, words.pContentHint],
  ['service', words.pService, words.pServiceHint],
  ['goods', words.pGoods, words.pGoodsHint],
] as const
const traits = [
  ['margin', words.tMargin, words.tMarginHint],
  ['frequency', words.tFrequency, words.tFrequencyHint],
  ['decision', words.tDecision, words.tDecisionHint],
] as const

function FitFields() {
  const t = useT()
  const product = Form.useWatch(['fit', 'product']) as string | null | undefined
  const hint = products.find(([value]) => value === product)?.[2]
  return (
    <>
      <p className="lead-text">{t(words.fitLead)}</p>
      <Form.Item name={['fit', 'product']} label={t(words.product)} extra={hint && t(hint)}>
        <Radio.Group
          optionType="button"
          options={products.map(([value, label]) => ({ value, label: t(label) }))}
        />
      </Form.Item>
      {traits.map(([trait, label, note]) => (
        <div key={trait} className="trait">
          <div className="trait-head">
            <span>
              <b>{t(label)}</b>
              <p className="row-note">{t(note)}</p>
            </span>
            <Form.Item name={['fit', trait, 'holds']} noStyle>
              <YesNo label={t(label)} />
            </Form.Item>
          </div>
          <Form.Item name={['fit', trait, 'why']} noStyle>
            <Input maxLength={1_000} aria-label={`${t(label)} ${t(words.why)}`} placeholder={t(words.why)} />
          </Form.Item>
        </div>
      ))}
      <h3 className="form-part spaced">{t(words.competitors)}</h3>
      <p className="lead-text">{t(words.competitorsHint)}</p>
      <Form.List name={['fit', 'competitors']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className="sub-card">
                <div className="option-row">
                  <Form.Item name={[field.name, 'name']} noStyle>
                    <Input maxLength={120} aria-label={t(words.cName)} placeholder={t(words.cName)} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'outcome']} noStyle>
                    <Select
                      aria-label={t(words.competitors)}
                      placeholder={t(words.unsure)}
                      options={[
                        { value: 'works', label: t(words.oWorks) },
                        { value: 'mixed', label: t(words.oMixed) },
                        { value: 'fails', label: t(words.oFails) },
                      ]}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    aria-label={t(groupWords.remove)}
                    icon={<Icon name="close" size={14} />}
                    onClick={() => remove(field.name)}
                  />
                </div>
                <div className="option-row">
                  <Form.Item name={[field.name, 'does']} noStyle>
                    <Input maxLength={1_000} aria-label={t(words.cDoes)} placeholder={t(words.cDoes)} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'learnt']} noStyle>
                    <Input maxLength={1_000} aria-label={t(words.cLearnt)} placeholder={t(words.cLearnt)} />
                  </Form.Item>
                </div>
              </div>
            ))}
            {fields.length < 12 && (
              <Button
                type="link"
                icon={<Icon name="plus" size={16} />}
                onClick={() => add({ name: '', does: '', outcome: null, learnt: '' })}
              >
                {t(words.addCompetitor)}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </>
  )
}

const tests = [
  ['headache', words.q1],
  ['wouldChange', words.q2],
  ['hasAlternatives', words.q3],
  ['worriesSolvable', words.q4],
] as const
const painTones = { real: 'pine', weak: 'bad', open: 'wheat' } as const
const painWords = { real: words.vReal, weak: words.vWeak, open: words.vOpen } as const

function PositionFields({ verdict }: { verdict: Verdict }) {
  const t = useT()
  return (
    <>
      <p className="lead-text">{t(words.positionLead)}</p>
      <div className="two">
        <Text name={['position', 'forWhom']} label={words.forWhom} />
        <Text name={['position', 'situation']} label={words.situation} />
      </div>
      <Text name={['position', 'value']} label={words.value} />
      <div className="two">
        <Form.Item name={['position', 'valueKind']} label={t(words.valueKind)}>
          <Select
            options={[
              { value: 'offers', label: t(entryWords.offers) },
              { value: 'expertise', label: t(entryWords.expertise) },
              { value: 'links', label: t(entryWords.links) },
            ]}
          />
        </Form.Item>
        <Form.Item name={['position', 'connection']} label={t(words.connection)}>
          <Select
            options={[
              { value: 'distributed', label: t(entryWords.distributed) },
              { value: 'pyramid', label: t(entryWords.pyramid) },
            ]}
          />
        </Form.Item>
        <Text name={['position', 'enter']} label={words.enter} rows={2} />
        <Text name={['position', 'stay']} label={words.stay} rows={2} />
      </div>
      <h3 className="form-part spaced">{t(words.pains)}</h3>
      <p className="lead-text">{t(words.painsHint)}</p>
      <Form.List name={['position', 'pains']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => {
              const judged = verdict.pains[field.name]
              return (
                <div key={field.key} className="sub-card">
                  <div className="option-row">
                    <Form.Item name={[field.name, 'pain']} noStyle>
                      <Input maxLength={120} aria-label={t(words.pain)} placeholder={t(words.pain)} />
                    </Form.Item>
                    {judged && <Tag tone={painTones[judged]}>{t(painWords[judged])}</Tag>}
                    <Button
                      type="text"
                      aria-label={t(groupWords.remove)}
                      icon={<Icon name="close" size={14} />}
                      onClick={() => remove(field.name)}
                    />
                  </div>
                  <div className="tests">
                    {tests.map(([test, label]) => (
                      <div key={test}>
                        <span className="row-note">{t(label)}</span>
                        <Form.Item name={[field.name, test]} noStyle>
                          <YesNo label={t(label)} />
                        </Form.Item>
                      </div>
                    ))}
                  </div>
                  <Form.Item name={[field.name, 'answer']} noStyle>
                    <Input
                      maxLength={1_000}
                      aria-label={t(words.painAnswer)}
                      placeholder={t(words.painAnswer)}
                    />
                  </Form.Item>
                </div>
              )
            })}
            {fields.length < 12 && (
              <Button
                type="link"
                icon={<Icon name="plus" size={16} />}
                onClick={() =>
                  add({
                    pain: '',
                    headache: null,
                    wouldChange: null,
                    hasAlternatives: null,
                    worriesSolvable: null,
                    answer: '',
                  })
                }
              >
                {t(words.addPain)}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </>
  )
}

function RulesFields() {
  const t = useT()
  const parts = [
    ['theme', entryWords.theme, entryWords.themeHint],
    ['service', entryWords.service, entryWords.serviceHint],
    ['forbidden', entryWords.forbidden, entryWords.forbiddenHint],
    ['rewarded', entryWords.rewarded, entryWords.rewardedHint],
  ] as const
  return (
    <>
      <p className="lead-text">{t(words.rulesLead)}</p>
      {parts.map(([part, label, hint]) => (
        <Form.Item key={part} name={['rules', part]} label={t(label)} extra={t(hint)}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
        </Form.Item>
      ))}
    </>
  )
}
