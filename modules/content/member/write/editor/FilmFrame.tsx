/**
 * A film while one writes, and the frame it will be shown by. The frame is drawn here, from the film on the device,
 * because the server plays no films; the first one is chosen by itself.
 */
import { useEffect, useId, useRef, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { writeWords as words } from '../write.words.ts'
import { useWritingParts } from './writing.ts'

export function FilmFrame({ preview, file }: { preview: string | undefined; file: string | undefined }) {
  const t = useT()
  const id = useId()
  const { tell } = useWritingParts()
  const film = useRef<HTMLVideoElement>(null)
  const [length, setLength] = useState(0)
  const [at, setAt] = useState(0)
  const given = useRef(false)
  const source = preview ?? (file ? `/files/${file}` : undefined)

  // Only what is still on this device can be drawn at once; a film from a draft has its frame already.
  useEffect(() => {
    if (!file || !preview || given.current || length === 0) return
    given.current = true
    void giveFrame(film.current, file)
  }, [file, preview, length])

  const seek = (seconds: number) => {
    setAt(seconds)
    if (film.current) film.current.currentTime = seconds
  }
  const measure = (shown: HTMLVideoElement) => {
    const { duration } = shown
    // A film straight from a camera of the browser does not say how long it is until its end was looked for.
    if (duration === Number.POSITIVE_INFINITY) shown.currentTime = 1e7
    if (!Number.isFinite(duration) || length > 0) return
    setLength(duration)
    // The very first frame is often black.
    if (preview) seek(Math.min(1, duration / 10))
  }
  const use = async () => {
    if (file && (await giveFrame(film.current, file))) tell(t(words.frameUsed))
    else tell(t(words.failed), 'bad')
  }
  return (
    <div>
      <video
        ref={film}
        src={source}
        {...(preview ? {} : { poster: `/files/${file}/large` })}
        controls
        playsInline
        muted
        preload={preview ? 'auto' : 'metadata'}
        className="mx-auto max-h-[460px] w-full rounded-[10px] bg-ink"
        onLoadedMetadata={({ currentTarget }) => measure(currentTarget)}
        onDurationChange={({ currentTarget }) => measure(currentTarget)}
      />
      {file && length > 0 ? (
        <div className="flex items-center gap-3 pt-2 text-[14px] leading-5">
          <label htmlFor={id} className="shrink-0 text-muted">
            {t(words.frame)}
          </label>
          <input
            id={id}
            type="range"
            min={0}
            max={length}
            step={0.1}
            value={at}
            title={t(words.frameHint)}
            onChange={(event) => seek(Number(event.target.value))}
            className="h-11 min-w-0 flex-1 accent-pine"
          />
          <button
            type="button"
            onClick={use}
            className="min-h-11 shrink-0 rounded-[10px] px-2 font-medium text-pine hover:bg-pine-soft"
          >
            {t(words.frameUse)}
          </button>
        </div>
      ) : null}
    </div>
  )
}

const longest = 1_280

/** Sends what the film shows now as its frame. False when it could not be drawn or sent. */
async function giveFrame(film: HTMLVideoElement | null, file: string): Promise<boolean> {
  const picture = film ? await drawn(film) : undefined
  if (!picture) return false
  const answer = await fetch(`/api/files/${file}/frame`, {
    method: 'PUT',
    headers: { 'content-type': picture.type, 'accept-language': document.documentElement.lang },
    body: picture,
  }).catch(() => undefined)
  return answer?.ok ?? false
}

async function drawn(film: HTMLVideoElement): Promise<Blob | undefined> {
  if (film.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || film.seeking)
    await new Promise<void>((ready) => {
      film.addEventListener('seeked', () => ready(), { once: true })
      setTimeout(ready, 3_000)
    })
  const { videoWidth, videoHeight } = film
  if (videoWidth === 0 || videoHeight === 0) return undefined
  const scale = Math.min(1, longest / Math.max(videoWidth, videoHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(videoWidth * scale)
  canvas.height = Math.round(videoHeight * scale)
  canvas.getContext('2d')?.drawImage(film, 0, 0, canvas.width, canvas.height)
  return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/jpeg', 0.86))
}
