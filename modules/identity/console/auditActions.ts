import type { Message } from '#base/i18n/messages.ts'

const known: Readonly<Record<string, Message>> = {
  'community.founded': { zh: '完成初始设置', en: 'Set the community up' },
  'community.changed': { zh: '修改品牌设置', en: 'Changed the brand' },
  'operator.invited': { zh: '邀请运营成员', en: 'Invited an operator' },
  'operator.invitation_withdrawn': { zh: '撤回邀请', en: 'Withdrew an invitation' },
  'operator.joined': { zh: '接受邀请加入团队', en: 'Joined the team' },
  'operator.role_changed': { zh: '调整成员角色', en: 'Changed an operator’s role' },
  'operator.removed': { zh: '移出运营团队', en: 'Removed an operator' },
  'role.created': { zh: '新建角色', en: 'Created a role' },
  'role.changed': { zh: '修改角色', en: 'Changed a role' },
  'role.removed': { zh: '删除角色', en: 'Deleted a role' },
  'api_key.created': { zh: '新建 API 密钥', en: 'Created an API key' },
  'api_key.revoked': { zh: '吊销 API 密钥', en: 'Revoked an API key' },
  'security.changed': { zh: '修改安全策略', en: 'Changed the security policy' },
  'account.suspended': { zh: '停用账号', en: 'Suspended an account' },
  'account.reinstated': { zh: '恢复账号', en: 'Reinstated an account' },
  'account.closed': { zh: '注销账号', en: 'Closed an account' },
  'operator.made_owner': { zh: '设为所有者', en: 'Made an owner' },
  'policy.published': { zh: '发布协议新版本', en: 'Published a policy' },
  'data_request.answered': { zh: '处理个人信息请求', en: 'Answered a data request' },
  'track_key.issued': { zh: '新建埋点密钥', en: 'Issued a tracking key' },
  'track_key.withdrawn': { zh: '停用埋点密钥', en: 'Withdrew a tracking key' },
  'demo.removed': { zh: '移除示例数据', en: 'Removed the demo data' },
  'members.exported': { zh: '导出成员名单', en: 'Exported members' },
  'members.tagged': { zh: '给成员打标签', en: 'Tagged members' },
  'members.untagged': { zh: '去掉成员标签', en: 'Untagged members' },
  'consumer.paused': { zh: '暂停数据跟随', en: 'Paused a follower' },
  'consumer.resumed': { zh: '恢复数据跟随', en: 'Resumed a follower' },
  'dead_letter.redriven': { zh: '重新投递死信', en: 'Sent a dead letter again' },
  'dead_letter.discarded': { zh: '放弃死信', en: 'Gave a dead letter up' },
  'job.cancelled': { zh: '取消任务', en: 'Cancelled a job' },
  'job.retried': { zh: '重新执行任务', en: 'Ran a job again' },
}

/** An action of the audit log in words; one that is not listed here shows its code. */
export const actionName = (action: string): Message => known[action] ?? { zh: action, en: action }
