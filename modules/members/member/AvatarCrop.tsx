import ZoomIn from 'lucide-react/icons/zoom-in'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { type Crop, keepInside, middle, moveBy, sideOf } from './crop.ts'
import { words } from './members.messages.ts'

/** Side of the picture that is sent; the largest variant that any screen shows is 512. */
const outputSide = 640
/** Side of the preview in CSS pixels. */
const drawn = 280

/** Move with a finger, the mouse or the arrow keys; enlarge with the slider. What is in the circle is sent. */
export function AvatarCrop({
  picture,
  sending,
  problem,
  use,
}: {
  picture: ImageBitmap
  sending: boolean
  problem: string | undefined
  use: (cropped: Blob) => void
}) {
  const t = useT()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [crop, setCrop] = useState<Crop>(() => middle(picture))
  const held = useRef<{ x: number; y: number }>(undefined)

  useEffect(() => {
    if (canvas.current) draw(canvas.current, picture, crop)
  }, [picture, crop])

  function drag(event: PointerEvent) {
    if (!held.current) return
    const { x, y } = held.current
    held.current = { x: event.clientX, y: event.clientY }
    setCrop((before) => moveBy(before, picture, event.clientX - x, event.clientY - y, drawn))
  }

  function nudge(event: KeyboardEvent) {
    const by = { ArrowLeft: [12, 0], ArrowRight: [-12, 0], ArrowUp: [0, 12], ArrowDown: [0, -12] }[event.key]
    if (!by) return
    event.preventDefault()
    setCrop((before) => moveBy(before, picture, by[0] ?? 0, by[1] ?? 0, drawn))
  }

  return (
    <div className="grid gap-4">
      <div
        className="relative mx-auto overflow-hidden rounded-[14px]"
        style={{ width: drawn, height: drawn }}
      >
        <canvas
          ref={canvas}
          width={outputSide}
          height={outputSide}
          role="img"
          aria-label={t(words.cropArea)}
          tabIndex={0}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            held.current = { x: event.clientX, y: event.clientY }
          }}
          onPointerMove={drag}
          onPointerUp={() => {
            held.current = undefined
          }}
          onPointerCancel={() => {
            held.current = undefined
          }}
          onKeyDown={nudge}
          className="size-full cursor-grab touch-none rounded-[14px] -outline-offset-2 active:cursor-grabbing"
        />
        {/* The part outside the circle, veiled. */}
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 rounded-full shadow-[0_0_0_200px_rgb(0_0_0/45%)]"
        />
      </div>
      <label className="flex min-h-11 items-center gap-3 text-[14px] text-muted">
        <ZoomIn size={19} aria-hidden className="shrink-0" />
        <span className="sr-only">{t(words.zoom)}</span>
        <input
          type="range"
          min={1}
          max={4}
          step={0.05}
          value={crop.zoom}
          onChange={(event) =>
            setCrop(keepInside({ ...crop, zoom: Number(event.currentTarget.value) }, picture))
          }
          className="h-11 w-full accent-pine"
        />
      </label>
      {problem ? (
        <p role="alert" className="text-[14px] leading-5 text-bad-text">
          {problem}
        </p>
      ) : null}
      <Button
        look="solid"
        wide
        sending={sending}
        onClick={() => canvas.current?.toBlob((blob) => blob && use(blob), 'image/jpeg', 0.9)}
      >
        {t(words.usePicture)}
      </Button>
    </div>
  )
}

function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop) {
  const context = canvas.getContext('2d')
  if (!context) return
  const side = sideOf(picture, crop.zoom)
  // A transparent picture gets a white ground: JPEG would make it black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, outputSide, outputSide)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, crop.x - side / 2, crop.y - side / 2, side, side, 0, 0, outputSide, outputSide)
}
