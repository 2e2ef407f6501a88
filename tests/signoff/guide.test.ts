import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadProfile } from '#bin/load'
import { NEGATIVE } from '../../reports/signoff/record.ts'
import { guideSteps, type Step } from './guide.ts'
import { newFolder, profileFolder, runFolder, signoffCli } from './in-process.ts'

/**
 * The part of the guide that signs, followed without starting the program, on a small run. `tests/slow/guide.slow.ts`
 * follows all of it, to the letter.
 */
describe('the guide from the first run to the sign-off', () => {
  const steps = guideSteps()
  const form = steps.find((step): step is Extract<Step, { kind: 'file' }> => step.kind === 'file')

  it('has its commands in an order that leads to a verified file', { timeout: 60_000 }, async () => {
    const folder = newFolder()
    runFolder(folder, 'scim-test-report')
    const profile = profileFolder(folder)
    const home = process.cwd()
    process.chdir(folder)
    try {
      const done: string[] = []
      for (const step of steps) {
        if (step.kind === 'file') writeFileSync(join(folder, step.name), `${step.text}${HANDED_OVER}`)
        if (step.kind !== 'run' || !step.text.includes('signoff')) continue
        if (step.text.includes('changed.json')) changeByte(folder)
        const line = step.text.trim().split('\n').at(-1) as string
        const [, , ...argv] = words(line)
        const own = argv[0] === 'create' ? ['--profile', profile] : []
        const said = await signoffCli(...argv, ...own)
        expect(said, `${line}\n${said.stderr}`).toMatchObject({ code: step.exit })
        done.push(argv[0] as string)
      }
      expect(done).toEqual(['create', 'create', 'key', 'sign', 'verify', 'verify'])
    } finally {
      process.chdir(home)
    }
  })

  it('answers everything that the profile asks, and no more', async () => {
    const { profile } = await loadProfile('fiks-current')
    const given = parse(form?.text ?? '') as { prerequisites: { id: string }[]; negative: { id: string }[] }
    expect(given.prerequisites.map(({ id }) => id)).toEqual((profile.prerequisites ?? []).map(({ id }) => id))
    const shown = ['invalid-token', 'missing-token']
    expect(given.negative.map(({ id }) => id)).toEqual(NEGATIVE.filter((id) => !shown.includes(id)))
  })
})

/** The small profile asks something of its own. */
const HANDED_OVER = '  - { id: handed-over, answer: "yes" }\n'

function changeByte(folder: string): void {
  const text = readFileSync(join(folder, 'scim-test-signoff/signoff.signed.json'), 'utf8')
  writeFileSync(join(folder, 'changed.json'), text.replaceAll('4', '5'))
}

/** The words of a command line as a shell takes them, as far as the guide has quotes. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
