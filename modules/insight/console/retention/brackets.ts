/** As the API takes them: from 1 to 366 days, each once, at most 24. */
const most = { day: 366, brackets: 24 }

/** Last days of brackets as somebody writes them (`1 3 7`, `1、3、7`, `1, 3, 7`); undefined while they are none. */
export function readBrackets(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s,，、;；]+/).filter(Boolean)
  const days = parts.map(Number)
  if (days.length === 0 || days.length > most.brackets) return undefined
  if (!days.every((day) => Number.isInteger(day) && day >= 1 && day <= most.day)) return undefined
  return days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0)) ? days : undefined
}
