import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clientRulesOf, loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import { catalogue } from '#requirements'
import unchecked from '../../requirements/unchecked.json' with { type: 'json' }
import { runInMemory, SMALL_LOAD } from '../bench/in-memory.ts'
import { checkPage } from './check-page.ts'
import { groupedBy, proversIn, rowsOfServers, type Shown } from './claims.ts'
import { shownOfClients } from './client-rows.ts'
import { coveragePage } from './coverage-page.ts'

/**
 * Writes docs/coverage.md and a page for each check from what a run shows, not from what checks promise; `npm run gen`
 * brings the pages up to date, and a stale page fails here.
 */
const profiles = await loadProfiles('rfc')
const units = await unitsOf(profiles)
const { verdicts, exchanges } = await runInMemory({ units, profiles, load: SMALL_LOAD })
const deviations = await loadDeviations()
const byRequirement = groupedBy(deviations, ({ breaks }) => breaks ?? [])
const shown: Shown = {
  clients: await shownOfClients(),
  rows: rowsOfServers(),
  units,
  verdicts,
  provers: proversIn(verdicts),
  defects: new Map([...byRequirement].map(([id, some]) => [id, some.map((one) => one.id).sort()])),
  unchecked,
}
const docs = join(import.meta.dirname, '..', '..', 'docs')
const all = [...units.checks, ...units.rules]

describe('pages about checks', () => {
  it('docs/coverage.md is what a run shows', async () => {
    await expect(coveragePage(shown)).toMatchFileSnapshot(join(docs, 'coverage.md'))
  })

  it('docs/checks has a page for each check that says what a run shows', async () => {
    for (const unit of all) {
      await expect(checkPage(unit, shown, exchanges)).toMatchFileSnapshot(
        join(docs, 'checks', `${unit.id}.md`),
      )
    }
  })

  it('docs/checks has no page for a check that is gone', () => {
    // While all are being written anew there is none yet.
    if (!existsSync(join(docs, 'checks'))) return
    const pages = readdirSync(join(docs, 'checks'), { recursive: true, encoding: 'utf8' })
    const known = new Set(all.map(({ id }) => `${id}.md`))
    expect(pages.filter((page) => page.endsWith('.md') && !known.has(page))).toEqual([])
  })
})

describe('the catalogue', () => {
  it('every rule about clients makes its claims in a session', async () => {
    const rules = await clientRulesOf(profiles)
    const silent = rules.flatMap(({ proves }) => proves.filter((id) => !shown.clients.provers.has(id)))
    expect(silent).toEqual([])
  })

  it('no check proves what it does not know', () => {
    expect([...shown.provers.keys()].filter((id) => !catalogue.has(id))).toEqual([])
  })

  it('every row that can be seen from outside is tried, or says why not', () => {
    const open = shown.rows
      .filter(({ observable }) => observable !== 'no')
      .filter(({ id }) => !shown.provers.has(id) && !(id in unchecked))
    expect(open.map(({ id, observable }) => `${id} (${observable})`)).toEqual([])
  })

  it('no reason is given for a row that is tried after all', () => {
    expect(Object.keys(unchecked).filter((id) => shown.provers.has(id) || !catalogue.has(id))).toEqual([])
  })
})
