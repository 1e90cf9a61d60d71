import { defineProblems } from '../http/problem.ts'

export const fileProblems = defineProblems({
  fileTypeRefused: {
    status: 415,
    message: {
      zh: '不支持这种文件，请上传 {expected}',
      en: 'This kind of file is not taken; send {expected}',
    },
  },
  fileEmpty: {
    status: 422,
    message: { zh: '文件是空的，请重新选择', en: 'The file is empty; choose another' },
  },
  fileTooLarge: {
    status: 413,
    message: { zh: '文件过大，最大 {limit} MB', en: 'The file is too large; at most {limit} MB' },
  },
  imageDamaged: {
    status: 422,
    message: {
      zh: '图片无法读取，可能已损坏，请换一张或重新导出',
      en: 'The picture cannot be read; it may be damaged. Try another, or export it again',
    },
  },
  imageAnimated: {
    status: 422,
    message: { zh: '暂不支持动图，请上传静态图片', en: 'Animated pictures are not taken; send a still one' },
  },
  filmDamaged: {
    status: 422,
    message: {
      zh: '视频无法读取，可能已损坏，请换一段或重新导出',
      en: 'The film cannot be read; it may be damaged. Try another, or export it again',
    },
  },
  filmCodec: {
    status: 422,
    message: {
      zh: '浏览器放不了这种视频，请导出为 H.264 编码、AAC 声音的 MP4',
      en: 'Browsers cannot play this film; export it as MP4 with H.264 and AAC',
    },
  },
  filmTooLong: {
    status: 422,
    message: {
      zh: '视频最长 {minutes} 分钟，请剪短一些',
      en: 'A film may last {minutes} minutes; make it shorter',
    },
  },
  filmTooLarge: {
    status: 422,
    message: { zh: '视频画面过大，最大 4K', en: 'The picture of the film is too large; at most 4K' },
  },
  imageTooManyPixels: {
    status: 422,
    message: {
      zh: '图片尺寸过大，请缩小到 4000 万像素以内',
      en: 'The picture has too many pixels; make it smaller than 40 million',
    },
  },
})
