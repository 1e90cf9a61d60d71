import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyone } from '#base/access/access.ts'
import { type Matrix, openMatrix, promised } from './access-matrix.ts'

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix()
})
afterAll(() => matrix?.close())

/** Every pair of route and principal whose outcome is not what the route declares. */
async function surprises(tried: Matrix, declaredBy: Matrix): Promise<{ found: string[]; calls: number }> {
  const found: string[] = []
  let calls = 0
  for (const route of declaredBy.routes)
    await Promise.all(
      tried.principals.map(async (principal) => {
        calls++
        const [is, should] = [await tried.try(route, principal), promised(route.access, principal)]
        if (is !== should)
          found.push(
            `${principal.name}: ${route.method.toUpperCase()} ${route.path} is ${is}, declared ${should}`,
          )
      }),
    )
  return { found, calls }
}

describe('G32: access', () => {
  test('every route lets in whom it declares, and turns away everyone else', {
    timeout: 120_000,
  }, async () => {
    const { found, calls } = await surprises(matrix, matrix)
    expect(found).toEqual([])
    expect(calls).toBe(matrix.routes.length * matrix.principals.length)
    expect(calls).toBeGreaterThan(1_000)
  })

  test('every route declares an access, and every permission it asks for is declared by a module', () => {
    const known = new Set(matrix.permissions.map(({ name }) => name))
    expect(matrix.routes.filter(({ access }) => !access)).toEqual([])
    const asked = matrix.routes.flatMap(({ access }) =>
      access.kind === 'permission' ? [access.permission] : [],
    )
    expect(asked.filter((name) => !known.has(name))).toEqual([])
    const names = matrix.permissions.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  test('no permission is held by an analyst, a viewer or support that lets them change access', () => {
    const risky = [
      'operators.manage',
      'roles.manage',
      'security.manage',
      'api_keys.manage',
      'accounts.suspend',
    ]
    const holders = matrix.permissions
      .filter(({ name }) => risky.includes(name))
      .flatMap(({ roles }) => roles)
      .filter((role) => ['analyst', 'viewer', 'support', 'operator'].includes(role))
    expect(holders).toEqual([])
  })

  test('control: one guard taken away is reported', { timeout: 120_000 }, async () => {
    const victim = '/api/audit'
    const open = await openMatrix((route) => (route.path === victim ? { ...route, access: anyone } : route))
    try {
      const { found } = await surprises(open, {
        ...matrix,
        routes: matrix.routes.filter(({ path }) => path === victim),
      })
      expect(found.length).toBeGreaterThan(5)
      expect(found.every((line) => line.includes(`GET ${victim} is in`))).toBe(true)
    } finally {
      await open.close()
    }
  })
})
