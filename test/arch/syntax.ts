/** Sources as syntax trees, for tests that must not be fooled by comments and strings. */
import ts from 'typescript'
import type { Source } from './sources.ts'

export { ts }

const trees = new WeakMap<Source, ts.SourceFile>()

/** Parsed once for each source, whoever asks. */
export function treeOf(source: Source): ts.SourceFile {
  let tree = trees.get(source)
  if (!tree) {
    const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
    tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ESNext, true, kind)
    trees.set(source, tree)
  }
  return tree
}

/** Calls back for every node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

export const lineOf = (node: ts.Node): number => {
  const file = node.getSourceFile()
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
}

/** Code that runs in the server: not screens, not the SDK, not tests or their tools. */
export const isServerCode = (path: string): boolean =>
  /^(apps\/(server|cli)|base|modules)\//.test(path) &&
  !/\/(console|member|sdk|simulation)\//.test(path) &&
  !/\.(test|story|generated)\.tsx?$/.test(path)

/** Code that runs in a browser. */
export const isWebCode = (path: string): boolean =>
  /^(apps\/(console|member)|ui)\/|\/(console|member|sdk)\//.test(path) &&
  !/\.(test|generated)\.tsx?$/.test(path)
