import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { FieldShape, Value } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'

/** A value of a field as people read it. */
export function useShown() {
  const t = useT()
  const format = useFormat()
  return ({ type, options }: Pick<FieldShape, 'type' | 'options'>, value: Value): string => {
    if (value === null || value === undefined) return ''
    const label = (each: string) => options.find((option) => option.value === each)?.label ?? each
    switch (type) {
      case 'money':
        return `¥${(Number(value) / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })}`
      case 'number':
        return format.number(Number(value))
      case 'choice':
        return label(String(value))
      case 'choices':
        return (value as readonly string[]).map(label).join('、')
      case 'region':
        return (value as readonly string[]).join(' ')
      case 'flag':
        return t(value ? profileWords.yes : profileWords.no)
      case 'date':
        return format.dateTime(String(value))
      default:
        return String(value)
    }
  }
}
