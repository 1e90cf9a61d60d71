/** Everything that can go wrong in identity. What concerns signing in never says whether an account exists. */
import { defineProblems } from '#base/http/problem.ts'

export const identityProblems = defineProblems({
  wrongCredentials: {
    status: 401,
    message: { zh: '邮箱或密码不正确', en: 'The e-mail address or the password is wrong' },
  },
  tooManyGuesses: {
    status: 429,
    message: {
      zh: '尝试次数过多，请 {minutes} 分钟后再试，或改用邮件链接登录',
      en: 'Too many tries. Wait {minutes|a minute|{minutes} minutes}, or sign in with a link by mail',
    },
  },
  wrongCode: { status: 401, message: { zh: '验证码不正确', en: 'The code is wrong' } },
  codeExpired: {
    status: 401,
    message: { zh: '验证已超时，请重新登录', en: 'This took too long; please sign in again' },
  },
  linkInvalid: {
    status: 410,
    message: {
      zh: '链接已失效或已被使用，请重新获取',
      en: 'This link was used or has expired; ask for a new one',
    },
  },
  passwordWeak: {
    status: 422,
    message: {
      zh: '这个密码太常见或太容易猜到，请换一个',
      en: 'This password is too common or too easy to guess; choose another',
    },
  },
  passwordWrong: { status: 403, message: { zh: '密码不正确', en: 'The password is wrong' } },
  passwordNeeded: {
    status: 409,
    message: {
      zh: '请用注册时设置的密码确认是你本人',
      en: 'Please confirm with the password you chose when signing up',
    },
  },
  freshSignInNeeded: {
    status: 403,
    message: { zh: '为了安全，请重新登录后再操作', en: 'For safety, please sign in again before doing this' },
  },
  passkeyRefused: {
    status: 401,
    message: { zh: '通行密钥未通过验证', en: 'The passkey was not accepted' },
  },
  methodUnavailable: {
    status: 409,
    message: { zh: '这种登录方式尚未开通', en: 'This way of signing in is not set up' },
  },
  providerUnavailable: {
    status: 502,
    message: {
      zh: '第三方登录服务暂时没有响应，请换一种方式登录',
      en: 'The sign-in provider does not answer; please use another way',
    },
  },
  twoFactorOff: {
    status: 409,
    message: { zh: '尚未开启两步验证', en: 'Two-step verification is not on' },
  },
  twoFactorOn: {
    status: 409,
    message: {
      zh: '两步验证已经开启，如需更换请先关闭',
      en: 'Two-step verification is on already; switch it off first to set it up anew',
    },
  },
  consentRequired: {
    status: 422,
    message: {
      zh: '请先阅读并同意用户协议和隐私政策',
      en: 'Please read and accept the terms and the privacy policy first',
    },
  },
  consentFixed: {
    status: 409,
    message: {
      zh: '这是使用服务所必需的，如不再同意请申请注销账号',
      en: 'The service cannot work without it; to withdraw it, ask for your account to be deleted',
    },
  },
  alreadyFounded: {
    status: 409,
    message: { zh: '社区已完成初始化', en: 'This community has been set up already' },
  },
  notFounded: {
    status: 409,
    message: { zh: '社区还没有完成初始化', en: 'This community has not been set up yet' },
  },
  lastOwner: {
    status: 409,
    message: { zh: '至少要保留一位所有者', en: 'There must be at least one owner' },
  },
  beyondOwnPowers: {
    status: 403,
    message: {
      zh: '不能授予或更改超出你自身权限的角色',
      en: 'You cannot grant or change more than you hold yourself',
    },
  },
  builtInRole: {
    status: 409,
    message: { zh: '内置角色不能修改或删除', en: 'Built-in roles cannot be changed or removed' },
  },
  roleInUse: {
    status: 409,
    message: {
      zh: '还有 {count} 位成员使用这个角色，请先调整他们的角色',
      en: '{count|One operator has|{count} operators have} this role; give them another first',
    },
  },
  roleNameTaken: {
    status: 409,
    message: { zh: '已有同名角色', en: 'There is a role with this name already' },
  },
  alreadyOperator: {
    status: 409,
    message: { zh: '对方已经是运营成员', en: 'This person is an operator already' },
  },
  invitationForOther: {
    status: 403,
    message: {
      zh: '这份邀请发给了另一个邮箱，请用受邀邮箱登录',
      en: 'This invitation is for another address; sign in with the one that was invited',
    },
  },
  invitationNeedsSignIn: {
    status: 401,
    message: {
      zh: '受邀邮箱已有账号，请先登录再接受邀请',
      en: 'There is an account with the invited address; sign in to accept',
    },
  },
  ownAccount: {
    status: 409,
    message: { zh: '不能对自己的账号执行这项操作', en: 'You cannot do this to your own account' },
  },
  scopeUnknown: {
    status: 422,
    message: { zh: '没有这个权限范围：{scope}', en: 'There is no such scope: {scope}' },
  },
  permissionUnknown: {
    status: 422,
    message: { zh: '没有这个权限：{permission}', en: 'There is no such permission: {permission}' },
  },
  zoneUnknown: {
    status: 422,
    message: { zh: '没有这个时区：{zone}', en: 'There is no such time zone: {zone}' },
  },
})
