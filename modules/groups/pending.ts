import { problems } from '#base/http/problem.ts'

export const pending = async (): Promise<never> => {
  throw problems.unavailable()
}
