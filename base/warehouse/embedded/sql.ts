/** Literals and names for statements that cannot carry bound parameters (SET, USE, KILL). */
export const quote = {
  text: (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  name: (value: string) => `\`${value.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
}

export function setStatement(settings: Readonly<Record<string, string>>): string {
  const parts = Object.entries(settings).map(([name, value]) => {
    if (!/^\w+$/.test(name))
      throw new Error(`Code: 115. DB::Exception: Unknown setting ${name}. (UNKNOWN_SETTING)`)
    return `${name} = ${quote.text(value)}`
  })
  return `SET ${parts.join(', ')}`
}
