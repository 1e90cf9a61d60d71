/** Sends a picture to the upload pipeline, which checks, re-encodes and names it. */
import { newKey } from '#ui/api.ts'
import { readProblem } from './ask.ts'
import { RequestProblem } from './problem.ts'

export interface Uploaded {
  readonly id: string
  readonly url: string
}

/** The raw bytes as the body: the generated client speaks JSON only. */
export async function uploadImage(picture: Blob, purpose: string): Promise<Uploaded> {
  let response: Response
  try {
    response = await fetch(`/api/files?${new URLSearchParams({ purpose })}`, {
      method: 'POST',
      headers: {
        'content-type': picture.type,
        'accept-language': document.documentElement.lang,
        'idempotency-key': newKey(),
      },
      body: picture,
    })
  } catch {
    throw new RequestProblem({ status: 0, code: 'offline', title: 'offline' })
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw readProblem(body, response)
  return body as Uploaded
}
