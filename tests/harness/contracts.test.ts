import { describe, expect, it } from 'vitest'
import { loadProfiles, unitsOf } from '#bin/load'
import { type Deviation, requestBody, variant } from '#endpoint'
import { type JsonObject, URN } from '#scim'
import { runInMemory } from '../bench/in-memory.ts'

/** An endpoint that refuses new and replaced users for a reason that its schemas do not mention. */
function demanding(id: string, complaint: (user: JsonObject) => string | undefined): Deviation {
  return variant({
    id,
    title: id,
    around: (request, next) => {
      const body = requestBody(request)
      const isUser = Array.isArray(body?.schemas) && body.schemas.includes(URN.user)
      const detail = body && isUser && ['POST', 'PUT'].includes(request.method) ? complaint(body) : undefined
      if (!detail) return next(request)
      const scimType = 'invalidValue'
      const headers = { 'content-type': 'application/scim+json' }
      return { status: 400, headers, body: { schemas: [URN.error], status: '400', scimType, detail } }
    },
  })
}

const profiles = await loadProfiles('rfc')
const units = await unitsOf(profiles)
const run = async (deviation: Deviation, only: readonly string[] = []) => {
  const { verdicts, bench } = await runInMemory({ units, profiles, deviations: [deviation], only })
  const odd = verdicts.filter(({ outcome }) => !['pass', 'not-applicable'].includes(outcome))
  return { hints: bench.hints.User, odd: odd.map(({ id, outcome }) => `${outcome} ${id}`).sort(), verdicts }
}
const REPORTED = ['warn schema/creation-asks-only-for-what-is-published[User]']

describe('a rule that the target publishes nowhere', () => {
  it('a telephone number: learnt by its name, reported once', async () => {
    const { hints, odd } = await run(
      demanding('phone', (user) => (user.phoneNumbers ? undefined : 'A phone number is required.')),
    )
    expect(hints).toMatchObject({ phoneNumbers: [{ value: '{phone}' }] })
    // The simulated identity providers send none, as the real ones do not: that is no repetition.
    const plays = ['fail eadm/joiner-to-leaver', 'fail entra/joiner-to-leaver']
    expect(odd).toEqual([...plays, ...REPORTED])
  })

  it('a domain: learnt from the complaint, in the plays as well', async () => {
    const { hints, odd } = await run(
      demanding('domain', ({ userName }) =>
        String(userName).toLowerCase().endsWith('@acme.example')
          ? undefined
          : 'userName has to be in the domain acme.example',
      ),
    )
    expect(hints).toMatchObject({ userName: '{key}@acme.example' })
    expect(odd).toEqual(REPORTED)
  })

  it('one after the other, where each refusal names one thing', async () => {
    const { hints } = await run(
      demanding('two', (user) =>
        user.title ? (user.nickName ? undefined : 'nickName missing') : 'title is mandatory',
      ),
      ['schema'],
    )
    expect(Object.keys(hints ?? {}).sort()).toEqual(['nickName', 'title'])
  })

  it('something that the complaint does not name', async () => {
    const { hints } = await run(
      demanding('vague', (user) => (user.locale ? undefined : 'Validation failed')),
      ['schema'],
    )
    expect(hints).toHaveProperty('locale')
  })

  it('gives up within few requests, and says so', async () => {
    const { hints, verdicts } = await run(demanding('never', () => 'No.'))
    expect(hints).toBeUndefined()
    const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked')
    expect(blocked.length).toBeGreaterThan(20)
  })
})
