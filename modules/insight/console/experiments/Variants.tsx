import { Button, Form, Input, InputNumber } from 'antd'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import type { Variant } from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'

interface Props {
  readonly value: readonly Variant[]
  readonly onChange: (variants: readonly Variant[]) => void
}

const letters = 'abcdef'

/** The arms: the control first, each with a name, a key and a share. */
export function Variants({ value, onChange }: Props) {
  const t = useT()
  const set = (at: number, part: Partial<Variant>) =>
    onChange(value.map((each, place) => (place === at ? { ...each, ...part } : each)))
  return (
    <Form.Item label={t(words.armsTitle)} extra={t(words.armsHint)}>
      <div className="experiment-variants">
        {value.map(({ key, name, weight }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place while their keys are typed
          <div key={at} className="experiment-variant">
            <span className="muted small">{at === 0 ? t(words.control) : letters[at]?.toUpperCase()}</span>
            <Input
              aria-label={t(words.armName, { n: at + 1 })}
              placeholder={t(words.armName, { n: at + 1 })}
              value={name}
              maxLength={40}
              onChange={(event) => set(at, { name: event.target.value })}
            />
            <Input
              aria-label={t(words.armKey, { n: at + 1 })}
              value={key}
              maxLength={20}
              onChange={(event) => set(at, { key: event.target.value })}
            />
            <InputNumber
              aria-label={t(words.armWeight, { n: at + 1 })}
              min={0}
              max={1_000}
              value={weight}
              onChange={(share) => set(at, { weight: share ?? 0 })}
            />
            {at > 1 ? (
              <Button
                type="text"
                aria-label={t(words.removeArm, { n: at + 1 })}
                icon={<Icon name="close" size={16} />}
                onClick={() => onChange(value.filter((_, place) => place !== at))}
              />
            ) : (
              <span />
            )}
          </div>
        ))}
        {value.length < 6 && (
          <div>
            <Button
              size="small"
              icon={<Icon name="plus" size={14} />}
              onClick={() => onChange([...value, { key: letters[value.length] ?? '', name: '', weight: 50 }])}
            >
              {t(words.addArm)}
            </Button>
          </div>
        )}
      </div>
    </Form.Item>
  )
}
