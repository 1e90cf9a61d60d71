import { Form, Switch } from 'antd'
import { useT } from '#ui/locale/locale.tsx'
import { frameWords as words } from './frame.words.ts'

/** Field `shared` of what colleagues may open too. */
export function ShareField({ disabled = false }: { disabled?: boolean }) {
  const t = useT()
  return (
    <Form.Item
      name="shared"
      label={t(words.shared)}
      extra={t(words.sharedHint)}
      valuePropName="checked"
      layout="horizontal"
    >
      <Switch disabled={disabled} />
    </Form.Item>
  )
}
