/** Small films made on the spot: a few packets that say what they are, which is all that remuxing looks at. */
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'
import { canary } from './hostile-files.ts'

export type FilmKind = 'mp4' | 'webm' | 'mov'

export interface FilmSettings {
  readonly frames?: number
  /** Between frames, in seconds. */
  readonly step?: number
  readonly width?: number
  readonly height?: number
  readonly sound?: boolean
  readonly rotation?: 0 | 90 | 180 | 270
}

/** A film of VP9 (VP8 in WebM) whose names and comments hold the canary. */
export async function makeTestFilm(
  kind: FilmKind,
  { frames = 12, step = 0.1, width = 64, height = 36, sound = true, rotation = 0 }: FilmSettings = {},
): Promise<Buffer> {
  const format =
    kind === 'webm' ? new WebMOutputFormat() : kind === 'mov' ? new MovOutputFormat() : new Mp4OutputFormat()
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const codec = kind === 'webm' ? 'vp8' : 'vp9'
  const video = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(video, { rotation, name: `${canary}-track` })
  const audio = sound ? new EncodedAudioPacketSource('opus') : undefined
  if (audio) output.addAudioTrack(audio)
  output.setMetadataTags({ title: canary, comment: `${canary} 30.25,120.16`, artist: canary })
  await output.start()
  for (let at = 0; at < frames; at++) {
    const bytes = new Uint8Array(200).fill(at + 1)
    await video.add(new EncodedPacket(bytes, at === 0 ? 'key' : 'delta', at * step, step), {
      decoderConfig: {
        codec: codec === 'vp8' ? 'vp8' : 'vp09.00.10.08',
        codedWidth: width,
        codedHeight: height,
      },
    })
    await audio?.add(new EncodedPacket(new Uint8Array(40).fill(at + 1), 'key', at * step, step), {
      decoderConfig: { codec: 'opus', numberOfChannels: 2, sampleRate: 48_000 },
    })
  }
  await output.finalize()
  return Buffer.from(target.buffer ?? new ArrayBuffer(0))
}
