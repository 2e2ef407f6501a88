import { describe, expect, it } from 'vitest'
import { URN } from '#scim'
import { startTarget, type Target, targetsInstalled } from '../targets/start.ts'

const missing = targetsInstalled()
if (missing) console.warn(`The tests of the independent targets are skipped: ${missing}`)

async function send(target: Target, method: string, path: string, body?: unknown, token = target.token) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' }
  const response = await fetch(target.url + path, { method, headers, body: JSON.stringify(body) ?? null })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

describe.skipIf(missing !== undefined).each(['scimmy', 'better-auth'] as const)('the target %s', (name) => {
  it('serves a user from its creation to its end, and is gone once stopped', async () => {
    const target = await startTarget(name)
    try {
      expect(await send(target, 'GET', '/Users', undefined, 'wrong')).toMatchObject({ status: 401 })
      expect(await send(target, 'GET', '/ServiceProviderConfig')).toMatchObject({
        status: 200,
        body: { patch: { supported: true } },
      })
      const user = { schemas: [URN.user], userName: 'ann@oracle.test' }
      const { status, body } = await send(target, 'POST', '/Users', user)
      expect([status, body.userName]).toEqual([201, user.userName])
      const found = await send(
        target,
        'GET',
        `/Users?filter=${encodeURIComponent('userName eq "ann@oracle.test"')}`,
      )
      expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: body.id }] })
      expect(await send(target, 'DELETE', `/Users/${body.id}`)).toEqual({ status: 204, body: undefined })
      expect(await send(target, 'GET', `/Users/${body.id}`)).toMatchObject({ status: 404 })
    } finally {
      await target.stop()
    }
    await expect(fetch(target.url)).rejects.toThrow()
  })
})
