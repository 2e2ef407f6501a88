import { type Served, serve } from '#bin/http/server'
import { createEndpoint, type Deviation, type Endpoint } from '#endpoint'
import type { Json, JsonObject } from '#scim'
import { URN } from '#scim'

export const TOKEN = 'token-of-the-target-1a2b3c'

export interface CrowdedTarget extends Served {
  /** Everything that is on the target, without looking through the client under test. */
  snapshot(): string
  /** How many requests came in so far. */
  requests(): number
}

/** An endpoint with 200 users and 20 groups that no run made; `delay` in milliseconds makes runs long enough to kill. */
export async function crowdedTarget(
  delay = 0,
  deviations: readonly Deviation[] = [],
): Promise<CrowdedTarget> {
  let endpoint: Endpoint | undefined
  let count = 0
  const handle: Endpoint['handle'] = (request) => {
    count++
    if (delay > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delay)
    return (endpoint as Endpoint).handle(request)
  }
  const served = await serve({ port: 0, endpoint: { handle } })
  endpoint = createEndpoint({ base: served.url, token: TOKEN, now: () => new Date(), deviations })
  const plain = endpoint
  populate(plain)
  return {
    ...served,
    snapshot: () => JSON.stringify([all(plain, '/Users'), all(plain, '/Groups')]),
    requests: () => count,
  }
}

export function populate(endpoint: Endpoint): void {
  const ids = Array.from({ length: 200 }, (_, n) => create(endpoint, '/Users', user(n)))
  for (let n = 0; n < 20; n++) {
    const members = ids.slice(n * 10, n * 10 + 10).map((value): JsonObject => ({ value }))
    create(endpoint, '/Groups', { schemas: [URN.group], displayName: `Avdeling ${n}`, members })
  }
}

const user = (n: number): JsonObject => ({
  schemas: [URN.user],
  userName: `ansatt${n}@fremmed.example`,
  externalId: `A-${n}`,
  name: { givenName: 'Ansatt', familyName: `Nummer ${n}` },
  displayName: `Ansatt Nummer ${n}`,
  emails: [{ value: `ansatt${n}@fremmed.example`, type: 'work', primary: true }],
  active: n % 7 !== 0,
})

function create(endpoint: Endpoint, path: string, body: JsonObject): string {
  const { body: made } = endpoint.answer({ method: 'POST', path, body })
  return (made as JsonObject).id as string
}

function all(endpoint: Endpoint, path: string): Json[] {
  const found: Json[] = []
  for (let startIndex = 1; ; ) {
    const { body } = endpoint.answer({
      method: 'GET',
      path: `${path}?startIndex=${startIndex}&count=100&sortBy=id`,
    })
    const page = ((body as JsonObject).Resources ?? []) as Json[]
    if (page.length === 0) return found
    found.push(...page)
    startIndex += page.length
  }
}
