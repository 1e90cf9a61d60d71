import { ApiProblem } from '#ui/console/problem.ts'

/** Sends a file as the plain body, which the generated client does not speak. `path` with what the route asks for. */
export async function sendList<T>(
  path: string,
  file: File,
  asked: Readonly<Record<string, string>> = {},
): Promise<T> {
  const query = new URLSearchParams({ name: file.name.slice(-200), ...asked })
  const answer = await fetch(`${path}?${query}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream', 'accept-language': document.documentElement.lang },
  })
  const json = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new ApiProblem(answer.status, json)
  return json as T
}
