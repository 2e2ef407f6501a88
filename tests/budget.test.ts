import { expect, it, vi } from 'vitest'
import { planCommand } from '#bin/commands/plan'
import { loadProfiles } from '#bin/load'
import { type Check, defineCheck, get, type RequirementId } from '#check'
import { declaredRequests } from '#harness'
import { runInMemory } from './bench/in-memory.ts'

/** What a check says it sends at most is in the plan, and it is held to it. */
const PROVES = ['RFC7644-3.4-02'] as const satisfies readonly RequirementId[]
const profiles = await loadProfiles('rfc')

interface Trial {
  readonly sends: number
  readonly declares?: number
  readonly swallows?: boolean
}

function reading({ sends, declares, swallows = false }: Trial): Check {
  return defineCheck({
    id: 'trial/reads',
    title: 'A trial',
    proves: PROVES,
    ...(declares === undefined ? {} : { requests: () => declares }),
    async act({ send, given, blocked }) {
      const user = await given('User')
      let read = user.created
      try {
        for (let n = 1; n < sends; n++) read = await send(get(user.path))
      } catch (error) {
        if (!swallows) throw error
        blocked('it was too much')
      }
      return { read }
    },
    judge: ({ read }, claim) => void claim('RFC7644-3.4-02', read).succeeds(),
    counterexample: (seen) => seen,
  })
}

async function tried(trial: Trial) {
  const units = { checks: [reading(trial)], rules: [], plays: [] }
  const { items, verdicts, exchanges } = await runInMemory({ units, profiles })
  const sent = exchanges.filter(({ by }) => by === 'trial/reads')
  const asked = sent.filter(({ request }) => request.method !== 'DELETE').length
  return { items, asked, verdict: verdicts[0] }
}

it('the plan says how many requests a check declares', async () => {
  expect((await tried({ sends: 2, declares: 3 })).items[0]?.requests).toBe(3)
  expect((await tried({ sends: 2 })).items[0]?.requests).toBeUndefined()
})

it('what is declared adds up', () => {
  const item = {
    id: 'a',
    kind: 'check',
    title: '',
    requirements: [],
    unit: 'a',
    of: { name: '' },
    ordinal: 0,
  } as const
  expect(declaredRequests([{ ...item, requests: 3 }, item, { ...item, requests: 4 }])).toBe(7)
})

it('a check may send as many as it declares', async () => {
  const { verdict, asked } = await tried({ sends: 3, declares: 3 })
  expect([verdict?.outcome, asked]).toEqual(['pass', 3])
})

it('one that sends more is at fault, and nothing beyond is sent', async () => {
  const { verdict, asked } = await tried({ sends: 3, declares: 2 })
  expect([verdict?.outcome, asked]).toEqual(['error', 2])
  expect(verdict?.reason).toBe('the check is at fault: it declares 2 requests and sends more')
})

it('it is at fault whatever it makes of the refusal', async () => {
  expect((await tried({ sends: 3, declares: 2, swallows: true })).verdict?.outcome).toBe('error')
})

/** What the command prints about two checks, of which each says how many requests it sends. */
async function printed(json: boolean): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const only = ['attributes/definitions-fit-their-type', 'attributes/value-under-two-types']
    expect(await planCommand({ only, quiet: true }, json)).toBe(0)
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

/** The first to load the program waits for it. */
const PATIENCE = 60_000

it('the command shows the budget of each check and their sum', { timeout: PATIENCE }, async () => {
  const text = await printed(false)
  expect(text).toContain('check      attributes/definitions-fit-their-type  (at most 1 request)')
  expect(text).toContain('check      attributes/value-under-two-types  (at most 2 requests)')
  expect(text).toContain('At most 3 requests by the 2 checks that say how many.')
})

it('the command shows the same to programs', { timeout: PATIENCE }, async () => {
  const plan = JSON.parse(await printed(true)) as { items: { requests: number }[]; declaredRequests: number }
  expect(plan.items.map(({ requests }) => requests)).toEqual([1, 2])
  expect(plan.declaredRequests).toBe(3)
})
