import { describe, expect, test } from 'vitest'
import { identityServer, ownerEmail } from '#test/identity.ts'
import { storedFile } from '#test/stored-file.ts'

const server = identityServer()

describe('a picture', () => {
  test('of an account, or of the community, is one that the person sent', async () => {
    const { db } = server().database
    const owner = await server().signedIn(ownerEmail)
    const person = await server().signedIn('picture@example.com')
    const idOf = async (of: typeof owner): Promise<string> => (await of.get('/api/account')).body.id
    const file = await storedFile(db, { ownerId: await idOf(person) })
    expect((await person.patch('/api/account', { avatarFileId: file })).status).toBe(200)
    expect((await person.patch('/api/account', { avatarFileId: file, name: '换名' })).status).toBe(200)
    for (const [path, body] of [
      ['/api/account', { avatarFileId: file }],
      ['/api/community', { logoFileId: file }],
    ] as const)
      expect((await owner.patch(path, body)).status).toBe(404)
    const logo = await storedFile(db, { ownerId: await idOf(owner) })
    expect((await owner.patch('/api/community', { logoFileId: logo })).status).toBe(200)
    expect((await owner.patch('/api/community', { logoFileId: null })).status).toBe(200)
  })
})
