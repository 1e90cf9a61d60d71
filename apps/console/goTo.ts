import type { UseNavigateResult } from '@tanstack/react-router'

/** Goes to a path that may carry a query: `/settings/jobs?state=failed`. */
export function goTo(navigate: UseNavigateResult<string>, path: string) {
  const [to, search = ''] = path.split('?')
  return navigate({ to, search: Object.fromEntries(new URLSearchParams(search)) as never })
}
