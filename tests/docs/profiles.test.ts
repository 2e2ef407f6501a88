import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtInProfiles, loadDeviations, loadProfile } from '#bin/load'
import { groupedBy } from './claims.ts'
import { profilePage } from './profile-page.ts'

/** A page for each profile, made of its data; that of the RFCs is docs/coverage.md. */
const folder = join(import.meta.dirname, '..', '..', 'docs', 'profiles')
const names = builtInProfiles().filter((name) => name !== 'rfc')
const breaking = groupedBy(await loadDeviations(), ({ breaks }) => breaks ?? [])
const defects = new Map([...breaking].map(([id, some]) => [id, some.map((one) => one.id).sort()]))

it.each(names)('docs/profiles/%s.md is what the profile says', async (name) => {
  const page = profilePage(await loadProfile(name), { defects })
  await expect(page).toMatchFileSnapshot(join(folder, `${name}.md`))
})

it('docs/profiles has no page for a profile that is gone', () => {
  if (!existsSync(folder)) return
  const known = new Set(names.map((name) => `${name}.md`))
  expect(readdirSync(folder).filter((page) => !known.has(page))).toEqual([])
})
