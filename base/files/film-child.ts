/**
 * Runs alone in a process of its own that may read one file and write one: takes the picture and the sound of a film and
 * writes them anew, packet by packet, without decoding. Names, places, cameras, further tracks and whatever else
 * lay in the container or behind it stay behind. Answers a line of JSON (FilmHeading).
 */
import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import type { FilmHeading, FilmLimits } from './film.ts'

const [from = '', to = '', type = '', limits = '{}'] = process.argv.slice(2)
const { seconds, pixels, packets } = JSON.parse(limits) as FilmLimits

/** What browsers play. */
const videoCodecs: readonly unknown[] = ['avc', 'hevc', 'vp8', 'vp9', 'av1']
const audioCodecs: readonly unknown[] = ['aac', 'mp3', 'opus', 'vorbis']

async function remux(): Promise<FilmHeading> {
  const formats = type === 'video/webm' ? [WEBM] : [MP4, QTFF]
  const input = new Input({ source: new FilePathSource(from), formats })
  const video = await input.getPrimaryVideoTrack()
  const audio = await input.getPrimaryAudioTrack()
  if (!video) return refuse('damaged')
  if (
    !videoCodecs.includes(await video.getCodec()) ||
    (audio && !audioCodecs.includes(await audio.getCodec()))
  )
    return refuse('codec')
  const duration = await input.computeDuration()
  if (!(duration >= 0) || duration > seconds) return refuse('long')
  const width = await video.getDisplayWidth()
  const height = await video.getDisplayHeight()
  if (!(width > 0 && height > 0) || width * height > pixels) return refuse('pixels')

  const output = new Output({
    format: type === 'video/webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'reserve' }),
    target: new FilePathTarget(to),
  })
  const pictures = await track(video)
  const sounds = audio ? await track(audio) : undefined
  output.addVideoTrack(pictures.source as EncodedVideoPacketSource, {
    rotation: await video.getRotation(),
    maximumPacketCount: pictures.count,
  })
  if (sounds)
    output.addAudioTrack(sounds.source as EncodedAudioPacketSource, { maximumPacketCount: sounds.count })
  await output.start()
  await copy(pictures, sounds)
  await output.finalize()
  return {
    ok: true,
    width: Math.round(width),
    height: Math.round(height),
    milliseconds: Math.round(duration * 1000),
  }
}

interface Copied {
  readonly sink: EncodedPacketSink
  readonly source: EncodedVideoPacketSource | EncodedAudioPacketSource
  readonly count: number
  readonly config: VideoDecoderConfig | AudioDecoderConfig
}

/** A track with the number of its packets, for which room is kept in front of them. */
async function track(of: InputVideoTrack | InputAudioTrack): Promise<Copied> {
  const sink = new EncodedPacketSink(of)
  const codec = await of.getCodec()
  const config = await of.getDecoderConfig()
  if (!codec || !config) throw new Error('the track cannot be read')
  const { packetCount: count } = await of.computePacketStats()
  if (count === 0 || count > packets) throw new Error('the track holds too many packets, or none')
  const source = of.isVideoTrack()
    ? new EncodedVideoPacketSource(codec as ConstructorParameters<typeof EncodedVideoPacketSource>[0])
    : new EncodedAudioPacketSource(codec as ConstructorParameters<typeof EncodedAudioPacketSource>[0])
  return { sink, source, count, config }
}

/** Side by side in time, so that a player need not jump between picture and sound. */
async function copy(pictures: Copied, sounds: Copied | undefined): Promise<void> {
  const streams = [pictures, ...(sounds ? [sounds] : [])].map((of) => ({
    of,
    packets: of.sink.packets(),
    first: true,
  }))
  const heads = await Promise.all(streams.map(async ({ packets: all }) => (await all.next()).value))
  for (;;) {
    let next = -1
    for (const [at, head] of heads.entries())
      if (head && (next < 0 || head.timestamp < (heads[next]?.timestamp ?? Number.POSITIVE_INFINITY)))
        next = at
    const stream = streams[next]
    const packet = heads[next]
    if (!stream || !packet) return
    const meta = stream.first ? { decoderConfig: stream.of.config } : undefined
    await (stream.of.source as EncodedVideoPacketSource).add(
      packet,
      meta as EncodedVideoChunkMetadata | undefined,
    )
    stream.first = false
    heads[next] = (await stream.packets.next()).value
  }
}

const refuse = (reason: 'damaged' | 'codec' | 'long' | 'pixels'): FilmHeading => ({ ok: false, reason })

const heading = await remux().catch(() => refuse('damaged'))
process.stdout.end(JSON.stringify(heading))
