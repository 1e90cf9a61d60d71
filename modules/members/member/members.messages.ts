import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the profile screen. */
export const words = defineMessages({
  nickname: { zh: '昵称', en: 'Name' },
  nicknameHint: { zh: '1 到 20 个字', en: '1 to 20 characters' },
  city: { zh: '城市', en: 'City' },
  bio: { zh: '介绍', en: 'About you' },
  bioHint: {
    zh: '喜欢什么、在忙什么，一两句就好，最多 300 字',
    en: 'What you like or are up to; 300 characters at most',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '资料已保存', en: 'Profile saved' },
  picture: { zh: '头像', en: 'Picture' },
  choosePicture: { zh: '换头像', en: 'Change picture' },
  addPicture: { zh: '放头像', en: 'Add a picture' },
  removePicture: { zh: '去掉头像', en: 'Remove picture' },
  pictureHint: { zh: 'JPG、PNG 或 WebP，最大 10 MB', en: 'JPG, PNG or WebP, 10 MB at most' },
  cropTitle: { zh: '裁剪头像', en: 'Crop the picture' },
  cropAbout: {
    zh: '拖动或用方向键移动，圆圈里是大家看到的样子',
    en: 'Drag, or use the arrow keys; the circle is what others see',
  },
  cropArea: { zh: '头像裁剪区，方向键移动', en: 'Crop area, arrow keys move the picture' },
  zoom: { zh: '缩放', en: 'Zoom' },
  usePicture: { zh: '用这张', en: 'Use it' },
  pictureSaved: { zh: '头像已更新', en: 'Picture updated' },
  pictureRemoved: { zh: '头像已去掉', en: 'Picture removed' },
  unreadable: { zh: '这个文件不是能识别的图片', en: 'This file is not a picture we can read' },
  tooLarge: { zh: '图片超过 10 MB，请换一张', en: 'The picture is larger than 10 MB; choose another' },
})
