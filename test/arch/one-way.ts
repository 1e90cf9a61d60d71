/**
 * One way to do each dangerous thing: one egress client, one sanitiser, one upload pipeline, one
 * authoriser, tagged SQL only. Each rule looks at the syntax and names the files that may.
 */
import type { Source } from './sources.ts'
import { isServerCode, isWebCode, lineOf, treeOf, ts, walk } from './syntax.ts'

export interface OneWayRule {
  readonly name: string
  readonly covers: (path: string) => boolean
  /** Files (or folders, ending in /) that may, each with its reason. */
  readonly allowed: Readonly<Record<string, string>>
  readonly breaks: (node: ts.Node) => boolean
}

const covered = (path: string) => isServerCode(path) || isWebCode(path)

/** Module and names of an import that is more than types; `*` for the whole module. */
function valueImport(node: ts.Node): { from: string; names: string[] } | undefined {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [target] = node.arguments
    return target && ts.isStringLiteralLike(target) ? { from: target.text, names: ['*'] } : undefined
  }
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return undefined
  const clause = node.importClause
  if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return undefined
  const names = clause?.name ? ['default'] : []
  const bindings = clause?.namedBindings
  if (bindings && ts.isNamespaceImport(bindings)) names.push('*')
  if (bindings && ts.isNamedImports(bindings))
    for (const each of bindings.elements)
      if (!each.isTypeOnly) names.push((each.propertyName ?? each.name).text)
  if (!clause) names.push('*')
  return names.length > 0 ? { from: node.moduleSpecifier.text, names } : undefined
}

/** True for an import of the module; with `names`, only when it takes one of them or everything. */
const imports = (modules: readonly string[], names?: readonly string[]) => (node: ts.Node) => {
  const found = valueImport(node)
  if (!found || !modules.includes(found.from)) return false
  return !names || found.names.some((name) => name === '*' || name === 'default' || names.includes(name))
}

const calls = (node: ts.Node, name: string) =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) && node.expression.getText() === name

const sqlStart =
  /^\s*(select\s|insert into\s|update\s+\S+\s+set\s|delete from\s|with\s+\w+\s+as\s|create (table|index|view|materialized)|drop (table|index|view)|alter table|truncate\s|copy\s)/i

/** SQL put together from pieces outside a tag such as `sql`: where a value could become a statement. */
function isUntaggedSql(node: ts.Node): boolean {
  if (ts.isTemplateExpression(node)) {
    if (!sqlStart.test(node.head.text) || ts.isTaggedTemplateExpression(node.parent)) return false
    return !node.templateSpans.every((span) => isModuleConstant(span.expression))
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return false
  return ts.isStringLiteralLike(node.left) && sqlStart.test(node.left.text) && !isModuleConstant(node.right)
}

/** A constant of this file or of one it imports (`columns`, `starts.day`): written by us, before any request. */
function isModuleConstant(expression: ts.Expression): boolean {
  const root = ts.isPropertyAccessExpression(expression) ? expression.expression : expression
  if (!ts.isIdentifier(root)) return false
  return expression.getSourceFile().statements.some((statement) => {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings
      return (
        !!bindings &&
        ts.isNamedImports(bindings) &&
        bindings.elements.some((each) => each.name.text === root.text)
      )
    }
    return (
      ts.isVariableStatement(statement) &&
      (statement.declarationList.flags & ts.NodeFlags.Const) !== 0 &&
      statement.declarationList.declarations.some((each) => each.name.getText() === root.text)
    )
  })
}

export const oneWayRules: readonly OneWayRule[] = [
  {
    name: 'one egress client: no fetch in the server',
    covers: isServerCode,
    allowed: {},
    breaks: (node) =>
      ['fetch', 'globalThis.fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].some((name) =>
        calls(node, name),
      ) || imports(['undici', 'axios', 'got', 'node-fetch', 'http2', 'node:http2'])(node),
  },
  {
    name: 'one egress client: no HTTP client of Node',
    covers: isServerCode,
    allowed: { 'base/egress/': 'is the one' },
    breaks: imports(
      ['http', 'https', 'node:http', 'node:https'],
      ['request', 'get', 'Agent', 'ClientRequest'],
    ),
  },
  {
    name: 'one egress client: no bare sockets',
    covers: isServerCode,
    allowed: { 'apps/cli/doctor.ts': 'looks whether ports of this machine are free' },
    breaks: imports(
      ['net', 'tls', 'dgram', 'node:net', 'node:tls', 'node:dgram'],
      ['connect', 'createConnection', 'Socket', 'TLSSocket', 'createSocket'],
    ),
  },
  {
    name: 'one door to SMTP',
    covers: covered,
    allowed: { 'base/mail/transport.ts': 'is the one' },
    breaks: imports(['nodemailer']),
  },
  {
    name: 'one door to S3',
    covers: covered,
    allowed: { 'base/files/s3-store.ts': 'is the one, over the egress client' },
    breaks: imports(['s3mini']),
  },
  {
    name: 'one upload pipeline: images are decoded in its child only',
    covers: covered,
    allowed: {
      'base/files/image-child.ts': 'is the one',
      'modules/insight/pictures/paint.ts': 'paints lines of our own drawing; nothing that people sent',
    },
    breaks: imports(['sharp']),
  },
  {
    name: 'one sanitiser',
    covers: covered,
    allowed: { 'base/html/sanitize.ts': 'is the one' },
    breaks: imports(['sanitize-html', 'dompurify', 'isomorphic-dompurify', 'xss']),
  },
  {
    name: 'one sanitiser: only its folder calls markup safe',
    covers: covered,
    allowed: { 'base/html/': 'is the one', 'base/mail/layout.ts': 'its own style sheet, a constant' },
    breaks: (node) => calls(node, 'SafeHtml'),
  },
  {
    name: 'one sanitiser: no markup from strings in screens',
    covers: covered,
    allowed: {
      'ui/SafeHtml.tsx': 'shows what the one renderer made and nothing else',
      'modules/content/member/write/editor/pasted-html.ts':
        'reads what was pasted from a document that runs nothing; the schema of the editor decides what stays',
    },
    breaks: (node) =>
      (ts.isIdentifier(node) && node.text === 'dangerouslySetInnerHTML') ||
      (ts.isPropertyAccessExpression(node) &&
        ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].includes(node.name.text)) ||
      (ts.isJsxAttribute(node) && node.name.getText().toLowerCase() === 'srcdoc') ||
      calls(node, 'document.write'),
  },
  {
    name: 'one authoriser',
    covers: isServerCode,
    allowed: {
      'base/http/endpoint.ts': 'is the one',
      'base/access/access.ts': 'says what it does',
      'apps/server/first.ts':
        'answers reads of the API inside pages, for the caller whom the authoriser found',
    },
    breaks: (node) => calls(node, 'judge'),
  },
  {
    name: 'tagged SQL only',
    covers: isServerCode,
    allowed: {
      'base/facts/epoch.ts': 'a number of PostgreSQL in the body of a function, which takes no parameters',
      'base/live/listener.ts': 'the name of one of two functions',
      'base/testing/verify-verb.ts': 'names of tables from the catalogue, in tests',
      'base/warehouse/embedded/engine.ts': 'names of tables from the catalogue',
      'base/warehouse/schema/': 'definitions of tables, made from our own',
      'base/warehouse/sink/deliver.ts': 'COPY takes no parameters; places are checked to be digits',
      'base/warehouse/sink/amend.ts':
        'names of its own tables, on a cluster with a suffix; ids are bound parameters',
      'base/warehouse/sink/rehome.ts':
        'names of its own tables, on a cluster with a suffix; ids are bound parameters',
      'modules/audience/conditions/set/':
        'fragments of its own put together; all that people write is bound parameters',
      'modules/audience/personas/matrix.ts':
        'statements of conditions put side by side; values are bound parameters',
      'modules/audience/personas/portrait.ts':
        'the statement of a condition within its own; values are bound parameters',
      'modules/content/demo/copy.ts': 'COPY takes no parameters; tables and columns are named in the code',
      'modules/content/demo/numbers.sql.ts': 'one draw written out in each statement, over its own columns',
      'modules/content/demo/unload.ts': 'the statements of numbers.sql.ts',
      'modules/audience/rfm/':
        'fragments of its own; names come from its tables, values are bound parameters',
      'modules/audience/stages/fitting.ts':
        'statements of conditions put side by side; values are bound parameters',
      'modules/identity/engine/store.ts': 'comparison signs from a table of its own',
      'modules/insight/': 'fragments of its own put together; all that people write is bound parameters',
    },
    breaks: (node) => isUntaggedSql(node) || calls(node, 'sql.raw'),
  },
  {
    name: 'no guessable numbers',
    covers: isServerCode,
    allowed: { 'base/live/stream.ts': 'spreads reconnections; nothing of value hangs on it' },
    breaks: (node) => calls(node, 'Math.random'),
  },
  {
    name: 'no code from strings',
    covers: covered,
    allowed: {},
    breaks: (node) => calls(node, 'eval') || calls(node, 'Function') || imports(['vm', 'node:vm'])(node),
  },
]

/** Breaches as `file:line rule`. */
export function breaches(sources: readonly Source[], rules: readonly OneWayRule[] = oneWayRules): string[] {
  return sources.flatMap((source) => {
    const mine = rules.filter(
      ({ covers, allowed }) => covers(source.path) && !isAllowed(source.path, allowed),
    )
    if (mine.length === 0) return []
    const found: string[] = []
    walk(treeOf(source), (node) => {
      for (const rule of mine)
        if (rule.breaks(node)) found.push(`${source.path}:${lineOf(node)} ${rule.name}`)
    })
    return found
  })
}

const isAllowed = (path: string, allowed: OneWayRule['allowed']): boolean =>
  Object.keys(allowed).some((each) => (each.endsWith('/') ? path.startsWith(each) : path === each))
