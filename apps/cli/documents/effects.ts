/** `docs/generated/effects.md`: what is announced, who reacts to it, and which questions are asked before. */
import type { Module } from '#base/module.ts'
import { table } from './table.ts'

export function effectsDocument(modules: readonly Module[]): string {
  const facts = modules.flatMap((module) => (module.facts ?? []).map((fact) => ({ module, fact })))
  const consumers = modules.flatMap((module) =>
    (module.consumers ?? []).map((consumer) => ({ module, consumer })),
  )
  const effects = consumers.flatMap(({ consumer }) =>
    consumer.kind === 'effects' ? consumer.effects.map((effect) => ({ consumer, effect })) : [],
  )
  const gates = modules.flatMap((module) => (module.gates ?? []).map((gate) => ({ module, gate })))
  const answered = (name: string) =>
    modules
      .filter((module) => module.answers?.some((answer) => answer.gate.name === name))
      .map(({ name }) => name)
  return `# Facts, effects and gates

## Facts

${table(
  ['fact', 'module', '中文', 'English', 'reactions', 'audited', 'payload'],
  facts.map(({ module, fact }) => [
    `\`${fact.name}\``,
    module.name,
    fact.label.zh,
    fact.label.en,
    effects
      .filter(({ effect }) => effect.on.name === fact.name)
      .map(({ consumer, effect }) => `${consumer.name}: ${effect.does}`)
      .join('; ') || 'nobody',
    fact.audit ? 'yes' : '',
    Object.keys(fact.payload.shape).join(', '),
  ]),
)}
## Consumers

${table(
  ['consumer', 'module', 'kind'],
  consumers.map(({ module, consumer }) => [
    `\`${consumer.name}\``,
    module.name,
    consumer.kind === 'batch' ? `batches of ${consumer.batchSize}` : `${consumer.effects.length} effects`,
  ]),
)}
## Gates

${table(
  ['gate', 'asked by', 'question', 'answered by'],
  gates.map(({ module, gate }) => [
    `\`${gate.name}\``,
    module.name,
    gate.asks.en,
    answered(gate.name).join(', ') || 'nobody: its default holds',
  ]),
)}`
}
