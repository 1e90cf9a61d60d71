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
  imageTooManyPixels: {
    status: 422,
    message: {
      zh: '图片尺寸过大，请缩小到 4000 万像素以内',
      en: 'The picture has too many pixels; make it smaller than 40 million',
    },
  },
})
