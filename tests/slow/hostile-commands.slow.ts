import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openJournal, safeText } from '#harness'
import { newFolder } from '../cli/cli.ts'
import type { Behaviour } from '../hostile/behaviour.ts'
import { behaviours } from '../hostile/behaviours.ts'
import { measured } from '../hostile/measured.ts'
import { hostileTarget, TOKEN } from '../hostile/target.ts'

/** Every command of the built program that talks to a target, or reads what came of it, against the worst of the behaviours. */

const WORST = [
  'endless-body',
  'drip',
  'silence',
  'gzip-bomb',
  'deep-objects-in-a-resource',
  'reset-in-the-middle',
  'prototype-keys',
  'terminal-escapes-in-discovery',
  'script-everywhere',
  'redirect-elsewhere',
  'redirect-from-the-start',
  'ids-of-another-host',
  'next-link-elsewhere',
  'endless-list',
]
const DEADLINE = 180_000
const MOST_MEMORY = 300
const RUN = 'abc234'
const env = { SCIM_TEST_TOKEN: TOKEN }
const lines: string[] = []

/** Ends by itself, in time, in little memory, with a reason where it is no success, and asks nobody else. */
async function ends(
  behaviour: Behaviour,
  name: string,
  argsFor: (url: string, out: string) => string[] | Promise<string[]>,
) {
  const target = await hostileTarget(behaviour)
  const out = newFolder()
  try {
    const args = await argsFor(target.url, out)
    const { code, stdout, stderr, seconds, peak } = await measured(args, { env }, DEADLINE)
    const said = stdout + stderr
    lines.push(`${name} ${behaviour.id}: exit code ${code}, ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB`)
    expect([0, 1, 2], said).toContain(code)
    expect(said).not.toContain(TOKEN)
    expect(safeText(said, '\n')).toBe(said)
    expect(target.strays()).toEqual([])
    expect(peak).toBeLessThan(MOST_MEMORY)
    return { code, said, out }
  } finally {
    await target.close()
  }
}

const waits = (one: Behaviour) => ['--timeout', one.waits ? '500' : '4000']
const worst = behaviours.filter(({ id }) => WORST.includes(id)).map((one) => [one.id, one] as const)

it('tries all that are named', () => expect(worst.map(([id]) => id).sort()).toEqual(WORST.toSorted()))

describe.each(worst)('against %s', (_, one) => {
  const common = (url: string, out: string) => ['--target', url, '--out', out, ...waits(one)]

  it('plan ends', { timeout: DEADLINE * 2 }, () =>
    ends(one, 'plan', (url) => ['plan', '--target', url, ...waits(one)]),
  )

  it('simulate ends, and so does judging its record', { timeout: DEADLINE * 3 }, async () => {
    const { out, code } = await ends(one, 'simulate', (url, folder) => [
      'simulate',
      ...common(url, folder),
      '--dialect',
      'entra',
      '--scenario',
      'joiners/with-manager',
      '--scenario',
      'joiners/all-attributes',
    ])
    if (code === 2) return
    await ends(one, 'judge', (_, folder) => ['judge', join(out, 'run.ndjson'), '--out', folder])
  })

  it('clean ends, and removes nothing that is not shown to be the run’s', {
    timeout: DEADLINE * 2,
  }, async () => {
    const { said } = await ends(one, 'clean', async (url, folder) => {
      const journal = openJournal(folder, RUN, url)
      for (let n = 0; n < 30; n++)
        journal.made(await journal.intent('/Users', { userName: `st-${RUN}-${n}` }), `/Users/${n}`)
      journal.close()
      return ['clean', ...common(url, folder)]
    })
    expect(said).not.toBe('')
  })
})

afterAll(() => {
  console.log(`commands against hostile targets: ${lines.length} ended`)
  for (const line of lines) console.log(`  ${line}`)
})
