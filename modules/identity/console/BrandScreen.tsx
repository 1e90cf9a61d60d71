import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Form, Input, Radio, Select } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { uploadPicture } from '#ui/console/uploadPicture.ts'
import { words } from '#ui/console/words.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { PicturePick } from './PicturePick.tsx'
import { brandWords } from './settings.words.ts'
import { usePicture } from './usePicture.ts'
import { zoneOptions } from './zones.ts'
import './setup.css'

interface Community {
  readonly name: string
  readonly slogan: string
  readonly logoUrl: string | null
  readonly timeZone: string
  readonly locale: 'zh-CN' | 'en'
  readonly icp: string
  readonly policeFiling: string
}

const communityQuery = queryOptions({
  queryKey: ['community'],
  queryFn: ({ signal }) => take<Community>(api.GET('/api/community', { signal })),
})

type Values = Omit<Community, 'logoUrl'>

/** The brand as members see it. */
export default function BrandScreen() {
  const t = useT()
  const rules = useRules()
  const { locale } = useReading()
  const client = useQueryClient()
  const { message } = App.useApp()
  const community = useSuspenseQuery(communityQuery).data
  const picture = usePicture()
  const save = async (values: Values) => {
    const logo = picture.file ? { logoFileId: (await uploadPicture(picture.file, 'logo')).id } : {}
    await take(api.PATCH('/api/community', { body: { ...values, ...logo } }))
    picture.choose(undefined)
    await Promise.all([
      client.invalidateQueries({ queryKey: ['community'] }),
      client.invalidateQueries({ queryKey: ['session'] }),
    ])
    message.success(t(words.saved))
  }
  return (
    <Page title={t(brandWords.title)} lead={t(brandWords.lead)} width="reading">
      <AskForm<Values> initial={community} submit={save} verb={t(words.save)}>
        <div className="stack">
          <Card title={t(brandWords.look)}>
            <Form.Item name="name" label={t(brandWords.name)} rules={[rules.needed(brandWords.name)]}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="slogan" label={t(brandWords.slogan)}>
              <Input maxLength={120} />
            </Form.Item>
            <PicturePick picture={picture} current={community.logoUrl} />
          </Card>
          <Card title={t(brandWords.place)}>
            <Form.Item name="timeZone" label={t(brandWords.timeZone)} extra={t(brandWords.timeZoneHint)}>
              <Select showSearch options={zoneOptions(locale)} />
            </Form.Item>
            <Form.Item name="locale" label={t(brandWords.language)}>
              <Radio.Group
                options={[
                  { value: 'zh-CN', label: '简体中文' },
                  { value: 'en', label: 'English' },
                ]}
              />
            </Form.Item>
          </Card>
          <Card title={t(brandWords.filing)} note={t(brandWords.filingHint)}>
            <Form.Item name="icp" label={t(brandWords.icp)}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="policeFiling" label={t(brandWords.police)}>
              <Input maxLength={60} />
            </Form.Item>
          </Card>
        </div>
      </AskForm>
    </Page>
  )
}
