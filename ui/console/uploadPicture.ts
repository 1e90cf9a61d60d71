import { newKey } from '../api.ts'
import { ApiProblem } from './problem.ts'

/**
 * Stores a picture: the raw bytes are the body, which the generated client does not speak. The server
 * re-encodes it and drops what it says about its maker.
 */
export async function uploadPicture(
  file: File,
  purpose: 'logo' | 'avatar' | 'picture',
): Promise<{ id: string; url: string }> {
  const answer = await fetch(`/api/files?${new URLSearchParams({ purpose })}`, {
    method: 'POST',
    body: file,
    headers: {
      'content-type': file.type,
      'accept-language': document.documentElement.lang,
      'idempotency-key': newKey(),
    },
  })
  const json = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new ApiProblem(answer.status, json)
  return json as { id: string; url: string }
}
