import { defineProblems } from '#base/http/problem.ts'
import { messages } from './system.messages.ts'

export const systemProblems = defineProblems({
  noSuchConsumer: { status: 404, message: messages.notPausable },
  settledAlready: { status: 409, message: messages.settledAlready },
  jobOver: { status: 409, message: messages.jobOver },
  jobNotFailed: { status: 409, message: messages.jobNotFailed },
})
