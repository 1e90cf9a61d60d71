/**
 * What is being sent while somebody writes: each with progress, a way to stop it and a way to try again. The
 * editor knows an upload by a name; the picture is shown from the device until its file is there.
 */
import { readProblem } from '#ui/member/ask.ts'
import { RequestProblem } from '#ui/member/problem.ts'

export type SentKind = 'image' | 'video' | 'file'

/** A file of ours. */
export interface Sent {
  readonly id: string
  /** Token. */
  readonly file: string
  readonly size: number
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** Seconds. */
  readonly duration?: number | undefined
}

export interface Upload {
  readonly name: string
  readonly kind: SentKind
  /** As it is called on the device. */
  readonly title: string
  readonly size: number
  readonly state: 'waiting' | 'sending' | 'working' | 'done' | 'failed'
  /** 0 to 1. */
  readonly progress: number
  /** Shows it before it is there. */
  readonly preview: string | undefined
  readonly sent: Sent | undefined
  readonly problem: RequestProblem | undefined
}

export interface Uploads {
  /** Starts sending; the name under which it is known. */
  start(blob: Blob, kind: SentKind, title: string): string
  get(name: string): Upload | undefined
  retry(name: string): void
  /** Stops it for good. */
  drop(name: string): void
  /** Those that are not done. */
  open(): readonly Upload[]
  subscribe(listener: () => void): () => void
  /** Stops everything and lets go of the previews. */
  close(): void
}

const purposes: Record<SentKind, string> = { image: 'picture', video: 'film', file: 'enclosure' }
/** Phones have little room to send in; the others wait their turn. */
const together = 3

interface Going {
  upload: Upload
  readonly blob: Blob
  request: XMLHttpRequest | undefined
}

export function openUploads(): Uploads {
  const all = new Map<string, Going>()
  const listeners = new Set<() => void>()
  let next = 1
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const change = (going: Going, more: Partial<Upload>) => {
    going.upload = { ...going.upload, ...more }
    tell()
  }
  const busy = () => [...all.values()].filter(({ request }) => request).length
  const pump = () => {
    for (const going of all.values()) {
      if (busy() >= together) return
      if (going.upload.state === 'waiting') send(going)
    }
  }
  const send = (going: Going) => {
    const { upload, blob } = going
    const request = new XMLHttpRequest()
    going.request = request
    request.open(
      'POST',
      `/api/files?${new URLSearchParams({ purpose: purposes[upload.kind], name: upload.title.slice(0, 200) })}`,
    )
    request.setRequestHeader(
      'content-type',
      blob.type && upload.kind !== 'file' ? blob.type : 'application/octet-stream',
    )
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.upload.onprogress = ({ loaded, total }) =>
      change(going, { progress: total > 0 ? loaded / total : 0 })
    // All is sent; the server is still checking and making it anew.
    request.upload.onload = () => change(going, { state: 'working', progress: 1 })
    request.onload = () => {
      const answer = readAnswer(request)
      end(
        going,
        answer instanceof RequestProblem
          ? { state: 'failed', problem: answer }
          : { state: 'done', sent: answer },
      )
    }
    request.onerror = () =>
      end(going, {
        state: 'failed',
        problem: new RequestProblem({ status: 0, code: 'offline', title: 'offline' }),
      })
    change(going, { state: 'sending', progress: 0, problem: undefined })
    request.send(blob)
  }
  const end = (going: Going, more: Partial<Upload>) => {
    going.request = undefined
    change(going, more)
    pump()
  }
  return {
    start(blob, kind, title) {
      const name = `u${Date.now().toString(36)}-${next++}`
      const preview = kind === 'file' ? undefined : URL.createObjectURL(blob)
      const upload: Upload = {
        name,
        kind,
        title,
        size: blob.size,
        state: 'waiting',
        progress: 0,
        preview,
        sent: undefined,
        problem: undefined,
      }
      all.set(name, { upload, blob, request: undefined })
      tell()
      pump()
      return name
    },
    get: (name) => all.get(name)?.upload,
    retry(name) {
      const going = all.get(name)
      if (going?.upload.state !== 'failed') return
      change(going, { state: 'waiting', progress: 0, problem: undefined })
      pump()
    },
    drop(name) {
      const going = all.get(name)
      if (!going || going.upload.state === 'done') return
      const { request } = going
      // Kept under its name: undoing the removal brings back something that can be tried again.
      change(going, { state: 'failed', problem: undefined })
      going.request = undefined
      request?.abort()
      pump()
    },
    open: () => [...all.values()].map(({ upload }) => upload).filter(({ state }) => state !== 'done'),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      for (const { request, upload } of all.values()) {
        request?.abort()
        if (upload.preview) URL.revokeObjectURL(upload.preview)
      }
      all.clear()
      listeners.clear()
    },
  }
}

function readAnswer(request: XMLHttpRequest): Sent | RequestProblem {
  const body = parse(request.responseText)
  if (request.status === 201 && typeof body === 'object' && body !== null) {
    const { id, url, size, width, height, seconds } = body as {
      id: string
      url: string
      size: number
      width?: number
      height?: number
      seconds?: number
    }
    return { id, file: url.slice('/files/'.length), size, width, height, duration: seconds }
  }
  return readProblem(body, new Response(null, { status: request.status || 502 }))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
