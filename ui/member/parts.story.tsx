import { useState } from 'react'
import { type ComponentStory, defineStories } from '#ui/console/story/story.ts'
import { Avatar } from './Avatar.tsx'
import { Button } from './Button.tsx'
import { Card } from './Card.tsx'
import { Empty } from './Empty.tsx'
import { ErrorCard } from './ErrorCard.tsx'
import { Field, PasswordField, SelectField, TextField, TickField } from './Field.tsx'
import { Form } from './Form.tsx'
import { Glyph, type GlyphName, glyphs } from './Glyph.tsx'
import { HouseBadge } from './HouseBadge.tsx'
import { LateGlyph } from './LateGlyph.tsx'
import { LocaleSwitch } from './LocaleSwitch.tsx'
import { RequestProblem } from './problem.ts'
import { Sheet } from './Sheet.tsx'
import { Skeleton } from './Skeleton.tsx'
import { Submit } from './Submit.tsx'
import { Tabs } from './Tabs.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { useToast } from './Toast.tsx'
import { Toggle } from './Toggle.tsx'

const people = ['阿澈', '韩小禾', '许木', '宋知意', '小满', '舟舟', '野', 'Maya']

const story = (name: string, render: ComponentStory['render']): ComponentStory => ({ name, render })

function Toasts() {
  const tell = useToast()
  return <Button onClick={() => tell('资料已保存')}>说一句</Button>
}

function Switches() {
  const [on, setOn] = useState(true)
  const [view, setView] = useState('latest')
  return (
    <>
      <ThemeSwitch />
      <LocaleSwitch />
      <Toggle label="使用分析" note="记录浏览与使用，用来改进内容" on={on} change={setOn} />
      <Toggle label="用户协议" note="使用服务所必需" on disabled change={setOn} />
      <Tabs
        label="排序"
        value={view}
        choose={setView}
        options={[
          { value: 'latest', label: '最新' },
          { value: 'hot', label: '热门' },
          { value: 'open', label: '待回答 4' },
        ]}
      >
        <p className="py-2 text-[15px]">{view}</p>
      </Tabs>
    </>
  )
}

export default defineStories({
  group: 'parts',
  stories: [
    story('buttons', () => (
      <Card title="按钮" className="grid gap-3">
        <Button look="solid">加入打卡</Button>
        <Button>换头像</Button>
        <Button look="quiet">再发一次</Button>
        <Button look="danger">申请删除</Button>
        <Button look="solid" sending>
          保存
        </Button>
      </Card>
    )),
    story('form', () => (
      <Card title="表单">
        <Form
          className="grid gap-4 pt-3"
          send={async () => {
            throw new RequestProblem({
              status: 422,
              code: 'invalid_input',
              title: '提交的内容有 1 处需要修改',
              fields: [{ path: 'body.nickname', message: '昵称需要 1 到 20 个字' }],
            })
          }}
        >
          <Field label="昵称" name="nickname" defaultValue="青野" hint="1 到 20 个字" required />
          <PasswordField label="密码" name="password" autoComplete="new-password" />
          <SelectField label="时区" name="zone">
            <option>Asia/Shanghai</option>
            <option>Asia/Urumqi</option>
          </SelectField>
          <TextField label="介绍" name="bio" />
          <TickField name="agreed">我已阅读并同意</TickField>
          <Submit>保存</Submit>
        </Form>
      </Card>
    )),
    story('people-and-houses', () => (
      <>
        <div className="flex flex-wrap gap-2">
          {people.map((name) => (
            <Avatar key={name} name={name} />
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          {(['sky', 'clay', 'plum', 'slate', 'pine', 'wheat'] as const).map((tone, index) => (
            <HouseBadge key={tone} tone={tone} name={people[index] ?? ''} size={44} />
          ))}
          <HouseBadge empty size={44} icon={<LateGlyph name="sprout" />} />
        </div>
        <div className="flex flex-wrap gap-3">
          {(Object.keys(glyphs) as GlyphName[]).map((name) => (
            <Glyph key={name} name={name} />
          ))}
        </div>
      </>
    )),
    story('states', () => (
      <>
        <Card>
          <Empty icon={<LateGlyph name="steps" />} title="还没有足迹">
            你在这里做过的事会按时间排在这里。
          </Empty>
        </Card>
        <ErrorCard
          error={
            new RequestProblem({
              status: 500,
              code: 'internal',
              title: '服务器出错了',
              requestId: '0c7d1f3a',
            })
          }
          retry={() => undefined}
        />
        <ErrorCard error={new RequestProblem({ status: 0, code: 'offline', title: 'offline' })} />
        <Toasts />
      </>
    )),
    story('waiting', () => <Skeleton face />),
    story('switches', () => <Switches />),
    story('sheet', () => (
      <Sheet
        open
        close={() => undefined}
        title="删除这把通行密钥？"
        about="「iPhone · Safari」将不能再登录。"
      >
        <Button look="danger" wide>
          删除
        </Button>
      </Sheet>
    )),
  ],
})
