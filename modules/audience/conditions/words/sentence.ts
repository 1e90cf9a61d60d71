/** A whole condition as one sentence, in pieces that keep their place: `成员：近 30 天浏览帖子 ≥ 8 次；并且从未发布帖子。` */
import type { SentencePart } from '../../audience.ts'
import type { Node } from '../resolve.ts'
import { eventWords, joining } from './condition.messages.ts'
import { sayLeaf } from './leaf.ts'
import type { Sight } from './sight.ts'
import type { Vocabulary } from './vocabulary.ts'

export function sentenceOf(root: Node, words: Vocabulary, sight?: Sight): SentencePart[] {
  const { say } = words
  const joint = (text: string): SentencePart[] => (text === '' ? [] : [{ text, path: null }])

  /** The outermost conditions stand apart; what is inside them is joined closely, in brackets where it must be. */
  const outer = (node: Node): SentencePart[] => {
    if (node.kind !== 'all' && node.kind !== 'any') return inner(node, false)
    if (node.of.length === 0)
      return [{ text: say(node.kind === 'all' ? joining.everybody : joining.nobody), path: node.path }]
    return node.of.flatMap((each, at) => {
      if (node.kind === 'all' && each.kind === 'not' && at > 0)
        return [...joint(say(joining.outerNot)), ...inner(each.of, true), ...joint(say(joining.outerNotEnd))]
      const parts = inner(each, node.of.length > 1 && each.kind !== node.kind)
      return at === 0
        ? parts
        : [...joint(say(node.kind === 'all' ? joining.outerAnd : joining.outerOr)), ...parts]
    })
  }
  const inner = (node: Node, brackets: boolean): SentencePart[] => {
    switch (node.kind) {
      case 'all':
      case 'any': {
        if (node.of.length === 0) return outer(node)
        const joined = node.of.flatMap((each, at) => [
          ...(at === 0 ? [] : joint(say(node.kind === 'all' ? joining.and : joining.or))),
          ...inner(each, each.kind !== node.kind),
        ])
        return brackets && node.of.length > 1
          ? [...joint(say(joining.open)), ...joined, ...joint(say(joining.close))]
          : joined
      }
      case 'not':
        return [...joint(say(joining.not)), ...inner(node.of, true)]
      default:
        return [{ text: sayNode(node, words, sight), path: node.path }]
    }
  }
  return [...joint(say(joining.begin)), ...outer(root), ...joint(say(joining.end))]
}

/** What a node is called above its children, and leaves by themselves. */
export function sayNode(node: Node, words: Vocabulary, sight?: Sight): string {
  if (sight?.forMember && sight.hides(node)) return words.say(eventWords.kept)
  switch (node.kind) {
    case 'all':
      return node.of.length === 0
        ? words.say(joining.everybody)
        : words.say(joining.allOf, { count: node.of.length })
    case 'any':
      return node.of.length === 0
        ? words.say(joining.nobody)
        : words.say(joining.anyOf, { count: node.of.length })
    case 'not':
      return words.say(joining.noneOf)
    default:
      return sayLeaf(node, words)
  }
}
