import { defineStories, fails } from '#ui/console/story/story.ts'
import { strangerSession } from '#ui/member/story-data.ts'

const stranger = { 'GET /api/session': strangerSession }

export default defineStories({
  group: 'doors',
  stories: [
    { name: 'sign-in', path: '/sign-in', answers: stranger },
    { name: 'sign-in-expired-link', path: '/sign-in?error=invalid_token', answers: stranger },
    { name: 'two-factor', path: '/sign-in/two-factor', answers: stranger },
    { name: 'join', path: '/join', answers: stranger },
    { name: 'forgotten', path: '/forgotten', answers: stranger },
    { name: 'reset', path: '/reset?token=t', answers: stranger },
    {
      name: 'verified',
      path: '/verify?token=t',
      answers: { 'PUT /api/email-verification': { status: 'signedIn' } },
    },
    {
      name: 'verify-other-browser',
      path: '/verify?token=t',
      answers: { ...stranger, 'PUT /api/email-verification': fails(403, 'password_needed', '请输入密码') },
    },
    {
      name: 'verify-failed',
      path: '/verify?token=t',
      answers: { ...stranger, 'PUT /api/email-verification': fails(410, 'link_invalid', '链接已失效') },
    },
  ],
})
