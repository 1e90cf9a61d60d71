/** Lets a story answer for the API: `fetch` and the event stream of this page are replaced. */
import { type Answers, type Failing, pending } from './story.ts'

const isFailing = (answer: unknown): answer is Failing =>
  typeof answer === 'object' && answer !== null && 'failing' in answer

/** The declared answer for a call: exact paths first, then patterns with `{name}`. */
export function findAnswer(answers: Answers, method: string, path: string): unknown {
  const exact = answers[`${method} ${path}`]
  if (exact !== undefined) return exact
  const found = Object.keys(answers).find((key) => {
    const [verb, pattern = ''] = key.split(' ')
    return verb === method && new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
  })
  return found === undefined ? undefined : answers[found]
}

export function answerFromFixtures(answers: Answers) {
  window.fetch = async (input, init) => {
    const request =
      input instanceof Request ? input : new Request(new URL(String(input), location.href), init)
    const url = new URL(request.url)
    const answer = findAnswer(answers, request.method, url.pathname)
    if (answer === pending) return await new Promise<Response>(() => {})
    if (answer === undefined) return problem(404, 'not_found', `${request.method} ${url.pathname}`)
    if (isFailing(answer)) return problem(answer.failing.status, answer.failing.code, answer.failing.title)
    const body = typeof answer === 'function' ? answer(url) : answer
    return body === null ? new Response(null, { status: 204 }) : Response.json(body)
  }
  window.EventSource = class extends EventTarget {
    close() {}
  } as unknown as typeof EventSource
}

const problem = (status: number, code: string, title: string) =>
  Response.json(
    { type: `urn:juluo:problem:${code}`, status, code, title, requestId: '0c7d1f3a9b' },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )
