import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Light } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { uploadPicture } from '#ui/console/uploadPicture.ts'
import { words } from '#ui/console/words.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { type Account, accountQuery } from './account.queries.ts'
import { accountWords } from './account.words.ts'
import { PicturePick } from './PicturePick.tsx'
import { usePicture } from './usePicture.ts'
import { zoneOptions } from './zones.ts'
import './setup.css'

interface Profile {
  readonly name: string
  readonly locale: 'zh-CN' | 'en'
  readonly timeZone: string
}

export function ProfileCard() {
  const t = useT()
  const rules = useRules()
  const { locale, setLocale } = useReading()
  const client = useQueryClient()
  const { message } = App.useApp()
  const account = useSuspenseQuery(accountQuery).data
  const picture = usePicture()
  const save = async (profile: Profile) => {
    const avatar = picture.file ? { avatarFileId: (await uploadPicture(picture.file, 'avatar')).id } : {}
    await take(
      api.PATCH('/api/account', { body: { ...profile, timeZone: profile.timeZone || null, ...avatar } }),
    )
    picture.choose(undefined)
    setLocale(profile.locale)
    await Promise.all([
      client.invalidateQueries({ queryKey: ['account'] }),
      client.invalidateQueries({ queryKey: ['session'] }),
    ])
    message.success(t(words.saved))
  }
  return (
    <>
      <Card>
        <AskForm<Profile>
          initial={{ name: account.name, locale: account.locale, timeZone: account.timeZone ?? '' }}
          submit={save}
          verb={t(words.save)}
        >
          <PicturePick picture={picture} current={account.avatarUrl} label={t(accountWords.avatar)} />
          <Form.Item
            name="name"
            label={t(accountWords.name)}
            rules={[rules.needed(accountWords.name)]}
            className="after-picture"
          >
            <Input maxLength={60} autoComplete="name" />
          </Form.Item>
          <Form.Item name="locale" label={t(accountWords.language)}>
            <Radio.Group
              options={[
                { value: 'zh-CN', label: '简体中文' },
                { value: 'en', label: 'English' },
              ]}
            />
          </Form.Item>
          <Form.Item name="timeZone" label={t(accountWords.timeZone)}>
            <Select
              showSearch
              options={[{ value: '', label: t(accountWords.zoneCommunity) }, ...zoneOptions(locale)]}
            />
          </Form.Item>
        </AskForm>
      </Card>
      <EmailCard account={account} />
    </>
  )
}

function EmailCard({ account }: { account: Account }) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const [changing, setChanging] = useState(false)
  const sendVerification = async () => {
    try {
      await take(api.POST('/api/email-verification'))
      message.success(t(accountWords.verificationSent))
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <Card
      title={t(accountWords.email)}
      extra={!changing && <Button onClick={() => setChanging(true)}>{t(accountWords.changeEmail)}</Button>}
    >
      <p>
        {account.email ?? t(words.none)}{' '}
        {account.email && (
          <Light state={account.emailVerified ? 'good' : 'warn'}>
            {t(account.emailVerified ? accountWords.verified : accountWords.unverified)}
          </Light>
        )}
      </p>
      {account.email && !account.emailVerified && (
        <div className="form-foot">
          <Button onClick={sendVerification}>{t(accountWords.sendVerification)}</Button>
        </div>
      )}
      {changing && (
        <AskForm<{ email: string; password?: string }>
          submit={async (values) => {
            await take(api.PUT('/api/account/email', { body: values }))
            message.success(t(accountWords.emailSent))
            setChanging(false)
          }}
          verb={t(accountWords.changeEmail)}
          beside={<Button onClick={() => setChanging(false)}>{t(words.cancel)}</Button>}
        >
          <Form.Item
            name="email"
            label={t(accountWords.newEmail)}
            rules={[rules.needed(accountWords.newEmail), rules.email]}
          >
            <Input type="email" autoComplete="email" autoFocus />
          </Form.Item>
          {account.hasPassword && (
            <Form.Item
              name="password"
              label={t(accountWords.currentPassword)}
              rules={[rules.needed(accountWords.currentPassword)]}
            >
              <Input.Password autoComplete="current-password" />
            </Form.Item>
          )}
        </AskForm>
      )}
    </Card>
  )
}
