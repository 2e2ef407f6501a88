import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { chooseLanguage } from './choose-language.ts'
import { speak, spokenLanguage } from './messages/language.ts'
import { UsageError } from './usage-error.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'scim-test-language-'))
afterEach(() => speak('en'))

async function chosen(argv: readonly string[], env: NodeJS.ProcessEnv = {}, where = folder()) {
  await chooseLanguage(argv, env, where)
  return spokenLanguage()
}

it('is English unless something is said, whatever the machine speaks', async () => {
  expect(await chosen(['run'], { LANG: 'nb_NO.UTF-8', LC_ALL: 'nb_NO' })).toBe('en')
})

it('comes from the command line before the environment before the configuration', async () => {
  const where = folder()
  writeFileSync(join(where, 'scim-test.config.yaml'), 'profile: rfc\nlang: nb\n')
  expect(await chosen(['run'], {}, where)).toBe('nb')
  expect(await chosen(['run'], { SCIM_TEST_LANG: 'en' }, where)).toBe('en')
  expect(await chosen(['run', '--lang=nb'], { SCIM_TEST_LANG: 'en' })).toBe('nb')
  expect(await chosen(['--lang', 'nb', 'run', '--lang', 'en'])).toBe('en')
})

it('comes from the file that is named', async () => {
  const where = folder()
  writeFileSync(join(where, 'other.json'), '{ "lang": "nb" }')
  expect(await chosen(['run', '--config', 'other.json'], {}, where)).toBe('nb')
  expect(await chosen(['run', '--config', 'none.json'], {}, where)).toBe('en')
})

it.each(['lang: [', 'lang: klingon', '- lang', ''])(
  'leaves a wrong file to those who read it: %j',
  async (text) => {
    const where = folder()
    writeFileSync(join(where, 'scim-test.config.yaml'), text)
    expect(await chosen(['run'], {}, where)).toBe('en')
  },
)

it('is one that there is', async () => {
  await expect(chosen(['run', '--lang', 'no'])).rejects.toThrow(
    new UsageError('--lang takes nb or en; got "no".'),
  )
  await expect(chosen(['run'], { SCIM_TEST_LANG: 'nn' })).rejects.toThrow(/^SCIM_TEST_LANG takes/)
})
