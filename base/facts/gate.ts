/**
 * Gates: questions that a lower module asks upward before it acts ("may this be published?"), with a
 * default for when nobody answers. The module that asks declares the gate, the module that knows
 * lists its answer in `module.ts`, and `wireGates` connects them once at start. All answers must
 * agree: the first refusal stands, and then the first that holds back.
 */
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { Message } from '../i18n/messages.ts'

export type Verdict =
  | { readonly allowed: true }
  /** Allowed once a person of the team has looked at it; for gates that say so. */
  | { readonly allowed: true; readonly held: Message }
  /** `because` is told to the person who asked. */
  | { readonly allowed: false; readonly because: Message }

export const allowed: Verdict = { allowed: true }
export const held = (because: Message): Verdict => ({ allowed: true, held: because })
export const refused = (because: Message): Verdict => ({ allowed: false, because })

type Answer<Question extends z.ZodObject> = (ctx: Ctx, question: z.infer<Question>) => Promise<Verdict>

export interface Gate<Question extends z.ZodObject = z.ZodObject> {
  /** `mayPublish`. */
  readonly name: string
  readonly question: Question
  /** What holds when nobody answers. */
  readonly otherwise: Verdict
  readonly asks: Message
}

/** Any declared gate, whatever it asks. */
// biome-ignore lint/suspicious/noExplicitAny: gates of different questions live in one list
export type AnyGate = Gate<any>

export interface GateAnswer {
  readonly gate: AnyGate
  /** How it decides, in words, for `docs/generated/effects.md`. */
  readonly decides: string
  // biome-ignore lint/suspicious/noExplicitAny: answers to different questions live in one list
  readonly answer: Answer<any>
}

export function defineGate<Question extends z.ZodObject>(gate: Gate<Question>): Gate<Question> {
  if (!/^may[A-Z]\w*$/.test(gate.name)) throw new Error(`Gate "${gate.name}" must read mayDoSomething`)
  return gate
}

/** An answer to a gate, typed by its question. */
export const answerGate = <Question extends z.ZodObject>(
  gate: Gate<Question>,
  decides: string,
  answer: Answer<Question>,
): GateAnswer => ({ gate, decides, answer })

/** Wired once per process from the literal list of modules; not state that another process would need. */
const wired = new Map<AnyGate, GateAnswer[]>()

/** Connects answers to their gates. Throws when a gate is answered that no module declares. Returns how to undo it. */
export function wireGates(gates: readonly AnyGate[], answers: readonly GateAnswer[]): () => void {
  for (const { gate } of answers)
    if (!gates.includes(gate)) throw new Error(`Gate "${gate.name}" is answered but no module declares it`)
  for (const answer of answers) wired.set(answer.gate, [...(wired.get(answer.gate) ?? []), answer])
  return () => {
    for (const answer of answers)
      wired.set(
        answer.gate,
        (wired.get(answer.gate) ?? []).filter((each) => each !== answer),
      )
  }
}

/** Whether anybody answers it: screens offer only what somebody can decide. */
export const isAnswered = (gate: AnyGate): boolean => (wired.get(gate)?.length ?? 0) > 0

/** Asks a gate. The question is checked against its schema. */
export async function ask<Question extends z.ZodObject>(
  ctx: Ctx,
  gate: Gate<Question>,
  question: z.input<Question>,
): Promise<Verdict> {
  const asked = gate.question.parse(question)
  const answers = wired.get(gate) ?? []
  if (answers.length === 0) return gate.otherwise
  let agreed = allowed
  for (const { answer } of answers) {
    const verdict = await answer(ctx, asked)
    if (!verdict.allowed) return verdict
    if ('held' in verdict && !('held' in agreed)) agreed = verdict
  }
  return agreed
}
