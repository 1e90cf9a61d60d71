import { ApiProblem } from '#ui/console/problem.ts'

/** Stores a picture; the server re-encodes it and drops what it says about its maker. */
export async function uploadPicture(
  file: File,
  purpose: 'logo' | 'avatar',
): Promise<{ id: string; url: string }> {
  const body = new FormData()
  body.set('purpose', purpose)
  body.set('file', file)
  const answer = await fetch('/api/files', {
    method: 'POST',
    body,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const json = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new ApiProblem(answer.status, json)
  return json as { id: string; url: string }
}
