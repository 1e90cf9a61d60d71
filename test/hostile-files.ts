/** Files that somebody might send to hurt the server or whoever opens them, made on the spot (G42). */
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'

export interface HostileFile {
  readonly what: string
  readonly name: string
  readonly bytes: Buffer
}

/** Appears in whatever must not come out again: metadata, trailing bytes, comments. */
export const canary = 'CANARY-7f3a9'
const script = `<script>alert("${canary}")</script>`
const page = `<!doctype html><html><body>${script}</body></html>`
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" onload="alert(1)">${script}</svg>`

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
const crc32 = (bytes: Uint8Array) =>
  (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0

export function pngChunk(kind: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, tail])
}

/** A PNG that says it is of that size and holds `data` as its picture. */
function claimedPng(width: number, height: number, data: Buffer, interlaced = 0): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, interlaced], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function withChunk(png: Buffer, kind: string, body: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), pngChunk(kind, body), png.subarray(33)])
}

/** A ZIP whose directory names these entries; what they hold does not matter to whoever only stores it. */
function zip(names: readonly string[], body = Buffer.alloc(0)): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  for (const name of names) {
    const head = Buffer.alloc(30)
    head.write('PK\x03\x04', 'latin1')
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(body.length, 18)
    head.writeUInt16LE(name.length, 26)
    local.push(head, Buffer.from(name), body)
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 'latin1')
    entry.writeUInt16LE(name.length, 28)
    central.push(entry, Buffer.from(name))
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(names.length, 10)
  return Buffer.concat([...local, ...central, end])
}

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a5a2b' } })
const text = (content: string) => Buffer.from(content)

export async function hostileFiles(): Promise<HostileFile[]> {
  const [jpeg, png, webp, gif, tiff, avif] = await Promise.all([
    solid(40, 30).jpeg().toBuffer(),
    solid(40, 30).png().toBuffer(),
    solid(40, 30).webp().toBuffer(),
    solid(40, 30).gif().toBuffer(),
    solid(40, 30).tiff().toBuffer(),
    solid(40, 30).avif().toBuffer(),
  ])
  const located = await solid(60, 40)
    .withExif({
      IFD0: { Copyright: canary, Artist: canary, ImageDescription: script },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 14/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 0/1',
      },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><d>${canary}</d></x:xmpmeta>`)
    .jpeg()
    .toBuffer()
  const frames = Buffer.alloc(40 * 60 * 3, 120).fill(30, 0, 40 * 30 * 3)
  const animated = await sharp(frames, { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
  const interlaced = await solid(7_000, 5_600).png({ progressive: true, compressionLevel: 2 }).toBuffer()
  const huge = await solid(6_500, 6_500).png({ compressionLevel: 2 }).toBuffer()
  const hugeJpeg = await solid(6_500, 6_500).jpeg({ progressive: true, quality: 20 }).toBuffer()
  const hugeWebp = await solid(6_500, 6_500).webp({ quality: 1, effort: 0 }).toBuffer()
  const spreadsheet = ['[Content_Types].xml', 'xl/workbook.xml']
  const zeros = deflateSync(Buffer.alloc(50 * 1024 * 1024))
  const file = (what: string, name: string, bytes: Buffer): HostileFile => ({ what, name, bytes })
  return [
    file('SVG with a script', 'logo.svg', text(svg)),
    file('SVG called PNG', 'logo.png', text(svg)),
    file('SVG behind an XML declaration', 'a.svg', text(`<?xml version="1.0"?>${svg}`)),
    file('packed SVG', 'a.svgz', gzipSync(svg)),
    file('HTML', 'a.html', text(page)),
    file('HTML called PNG', 'a.png', text(page)),
    file('HTML called JPEG with a mark in front', 'a.jpg', text(`\uFEFF${page}`)),
    file('HTML called CSV', 'a.csv', text(page)),
    file('HTML called text, UTF-16', 'a.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page, 'utf16le')])),
    file('HTML in UTF-7 called text', 'a.txt', text('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')),
    file('XHTML', 'a.xhtml', text(`<html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`)),
    file('XML with an outside entity', 'a.xml', text('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')),
    file('script', 'a.js', text(`alert("${canary}")`)),
    file('CSV with a formula', 'a.csv', text(`name\n=cmd|' /C calc'!A0,${canary}\n`)),
    file('GIF', 'a.gif', gif),
    file('GIF that is a script too', 'a.gif', text(`GIF89a/*${'x'.repeat(20)}*/=1;alert("${canary}")`)),
    file('TIFF', 'a.tiff', tiff),
    file('AVIF', 'a.avif', avif),
    file('HEIC head', 'a.heic', Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypheic\0\0\0\0mif1heic')])),
    file('BMP', 'a.bmp', Buffer.concat([text('BM'), Buffer.alloc(60)])),
    file('icon', 'a.ico', Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0])),
    file('PSD head', 'a.psd', Buffer.concat([text('8BPS'), Buffer.from([0, 1]), Buffer.alloc(40)])),
    file('ImageMagick script', 'a.mvg', text('push graphic-context\nimage over 0,0 0,0 "https://127.0.0.1/x"\npop graphic-context')),
    file('PostScript', 'a.eps', text('%!PS-Adobe-3.0\n(%pipe%id) (r) file\n')),
    file('libvips own format', 'a.v', Buffer.concat([Buffer.from([0xb6, 0xa6, 0xf2, 0x08]), Buffer.alloc(64)])),
    file('PNG that claims 60,000 × 60,000', 'a.png', claimedPng(60_000, 60_000, deflateSync(Buffer.alloc(100)))),
    file('PNG of 4 billion columns', 'a.png', claimedPng(0x7fffffff, 1, deflateSync(Buffer.alloc(100)))),
    file('PNG of no size', 'a.png', claimedPng(0, 0, deflateSync(Buffer.alloc(1)))),
    file('PNG whose data unpacks to 50 MB more than it needs', 'a.png', claimedPng(10, 10, zeros)),
    file('PNG of 42 million pixels', 'a.png', huge),
    file('JPEG of 42 million pixels', 'a.jpg', hugeJpeg),
    file('WebP of 42 million pixels', 'a.webp', hugeWebp),
    file('interlaced PNG of 39 million pixels', 'a.png', interlaced),
    file('packed comment of 50 MB in a PNG', 'a.png', withChunk(png, 'zTXt', Buffer.concat([text('Comment\0\0'), zeros]))),
    file('broken colour profile in a PNG', 'a.png', withChunk(png, 'iCCP', Buffer.concat([text('x\0\0'), zeros]))),
    file('PNG with a script in its text', 'a.png', withChunk(png, 'tEXt', text(`Comment\0${script}`))),
    file('animated PNG', 'a.png', withChunk(png, 'acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))),
    file('animated WebP', 'a.webp', animated),
    file('JPEG with place and names', 'a.jpg', located),
    file('JPEG with a page behind it', 'a.jpg', Buffer.concat([jpeg, text(page)])),
    file('JPEG with a comment that is a script', 'a.jpg', Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, script.length + 2]), text(script), jpeg.subarray(2)])),
    file('PNG with PHP behind it', 'a.png', Buffer.concat([png, text(`<?php echo "${canary}"; ?>`)])),
    file('WebP with a ZIP behind it', 'a.webp', Buffer.concat([webp, zip([canary])])),
    file('cut JPEG', 'a.jpg', jpeg.subarray(0, Math.floor(jpeg.length / 2))),
    file('cut PNG', 'a.png', png.subarray(0, png.length - 20)),
    file('cut WebP', 'a.webp', webp.subarray(0, webp.length - 10)),
    file('only the signature of a JPEG', 'a.jpg', Buffer.from([0xff, 0xd8, 0xff])),
    file('only the signature of a PNG', 'a.png', Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')),
    file('JPEG signature and noise', 'a.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5_000, 0xa7)])),
    file('ZIP', 'a.zip', zip(['a.txt'])),
    file('ZIP bomb', 'a.zip', zip(['a'], zeros)),
    file('spreadsheet that is a ZIP bomb', 'a.xlsx', zip(spreadsheet, zeros)),
    file('spreadsheet with macros', 'a.xlsm', zip([...spreadsheet, 'xl/vbaProject.bin'])),
    file('spreadsheet with paths that climb', 'a.xlsx', zip([...spreadsheet, '../../etc/cron.d/x'])),
    file('Word document', 'a.docx', zip(['[Content_Types].xml', 'word/document.xml'])),
    file('Java archive', 'a.jar', zip(['META-INF/MANIFEST.MF'])),
    file('PDF with a script', 'a.pdf', text(`%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert("${canary}"))>>>>endobj`)),
    file('PDF called PNG', 'a.png', text('%PDF-1.7\n')),
    file('page with a PDF inside', 'a.pdf', text(`${page}\n%PDF-1.7`)),
    file('Windows program', 'a.png', Buffer.concat([text('MZ'), Buffer.alloc(200)])),
    file('Linux program', 'a.csv', Buffer.concat([Buffer.from([0x7f]), text('ELF'), Buffer.alloc(200)])),
    file('shell script', 'a.sh', text('#!/bin/sh\nrm -rf /\n')),
    file('Flash', 'a.swf', Buffer.concat([text('CWS'), Buffer.alloc(50)])),
    file('Java class', 'a.class', Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52])),
    file('video', 'a.mp4', Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypisom'), Buffer.alloc(40)])),
    file('nothing', 'a.png', Buffer.alloc(0)),
    file('one byte', 'a.png', Buffer.from([0x89])),
    file('good JPEG, name that climbs', '../../../../etc/passwd\u0000.jpg', jpeg),
    file('good PDF, name with a script', `"><script>${canary}</script>.pdf`, text('%PDF-1.7\n')),
    file('good PDF, name with headers', 'a\r\nSet-Cookie: x=1\r\n.pdf', text('%PDF-1.7\n')),
    file('good PDF, name that reads backwards', 'invoice\u202Efdp.exe', text('%PDF-1.7\n')),
    file('good PDF, endless name', `${'长'.repeat(5_000)}.html.pdf`, text('%PDF-1.7\n')),
  ] // biome-ignore format: one file a line
}
