/** Bound parameters of a statement under construction: `bind('String', '上海')` is the placeholder to write. */
export type Binder = (type: string, value: unknown) => string

export function openBinder(prefix: string): {
  readonly bind: Binder
  readonly params: Record<string, unknown>
} {
  const params: Record<string, unknown> = {}
  const names = new Map<string, string>()
  return {
    params,
    bind: (type, value) => {
      const key = `${type} ${JSON.stringify(value)}`
      let name = names.get(key)
      if (name === undefined) {
        name = `${prefix}_${names.size}`
        names.set(key, name)
        params[name] = value
      }
      return `{${name}:${type}}`
    },
  }
}
