import { defineMessages } from '#base/i18n/messages.ts'

/** Words of the profile screen and of the trail. */
export const words = defineMessages({
  nickname: { zh: '昵称', en: 'Name' },
  nicknameHint: { zh: '1 到 20 个字', en: '1 to 20 characters' },
  city: { zh: '城市', en: 'City' },
  bio: { zh: '介绍', en: 'About you' },
  bioHint: { zh: '喜欢什么、在忙什么，一两句就好，最多 300 字', en: 'What you like or are up to; 300 characters at most' },
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
  notMember: { zh: '你还不是这里的成员', en: 'You are not a member here yet' },
  notMemberBody: {
    zh: '加入后就有自己的资料和足迹，运营身份不受影响。',
    en: 'Join to have a profile and a trail; your work in the console is not affected.',
  },
  joinNow: { zh: '加入社区', en: 'Join the community' },
  // Trail
  trailAbout: { zh: '按时间倒序，只有你自己能看到', en: 'Newest first; only you see it' },
  trailEmpty: { zh: '还没有足迹', en: 'Nothing here yet' },
  trailEmptyBody: {
    zh: '你在这里做过的事会按时间排在这里。',
    en: 'What you do here is listed by time.',
  },
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  more: { zh: '再往前看', en: 'Earlier' },
})
