import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Tabs } from 'antd'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import { AskForm } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { PainPoints } from './PainPoints.tsx'
import { SampleTable } from './SampleTable.tsx'
import { StudyForm } from './StudyForm.tsx'
import { changeStudy, type Study, studyQuery } from './studies.queries.ts'
import { studyWords } from './studies.words.ts'
import './studies.css'

/** One study: whom we talk to, what hurts them, what we asked, and what we conclude. */
export default function StudyScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const study = useSuspenseQuery(studyQuery(id)).data
  const changed = () => client.invalidateQueries({ queryKey: ['studies'] })
  const close = async (closed: boolean) => {
    await changeStudy(id, { closed })
    changed()
  }
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/members/studies">{t(studyWords.studies)}</Link>
          <Icon name="right" size={14} />
          <span>{study.title}</span>
        </nav>
      }
      title={
        <span className="study-title">
          {study.title}
          <Tag tone={study.closedAt ? 'plain' : 'pine'}>
            {t(study.closedAt ? studyWords.closed : studyWords.running)}
          </Tag>
        </span>
      }
      lead={[study.goal, t(studyWords.progress, { held: study.held, target: study.target })]
        .filter(Boolean)
        .join(' · ')}
      actions={
        study.can.edit &&
        (study.closedAt ? (
          <Button onClick={() => close(false)}>{t(studyWords.reopen)}</Button>
        ) : (
          <ActionButton
            thing={study}
            action={{
              name: studyWords.close,
              run: () => close(true),
              confirm: ({ title }: Study) => ({
                title: studyWords.closeTitle,
                values: { title },
                detail: studyWords.closeDetail,
                verb: studyWords.close,
              }),
            }}
          />
        ))
      }
    >
      <Tabs
        activeKey={url.tab ?? 'sample'}
        onChange={(tab) => setUrl({ tab: tab === 'sample' ? '' : tab, interview: '' })}
        items={[
          { key: 'sample', label: t(studyWords.sample), children: <SampleTable study={study} /> },
          { key: 'pains', label: t(studyWords.painPoints), children: <PainPoints study={study} /> },
          {
            key: 'plan',
            label: t(studyWords.settings),
            children: (
              <div className="split">
                <Card>
                  <StudyForm
                    key={study.id}
                    study={study}
                    verb={t(studyWords.save)}
                    disabled={!study.can.edit || study.closedAt !== null}
                    submit={async (plan) => {
                      await changeStudy(id, plan)
                      message.success(t(studyWords.saved))
                      changed()
                    }}
                  />
                </Card>
                <Card title={t(studyWords.conclusion)}>
                  <AskForm<{ conclusion: string }>
                    verb={t(studyWords.save)}
                    initial={{ conclusion: study.conclusion }}
                    disabled={!study.can.edit}
                    submit={async ({ conclusion }) => {
                      await changeStudy(id, { conclusion })
                      message.success(t(studyWords.saved))
                      changed()
                    }}
                  >
                    <Form.Item name="conclusion" noStyle>
                      <Input.TextArea
                        aria-label={t(studyWords.conclusion)}
                        autoSize={{ minRows: 5, maxRows: 20 }}
                        maxLength={4_000}
                        placeholder={t(studyWords.conclusionHint)}
                      />
                    </Form.Item>
                  </AskForm>
                </Card>
              </div>
            ),
          },
        ]}
      />
    </Page>
  )
}
