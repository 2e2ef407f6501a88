import { appendFileSync, readFileSync } from 'node:fs'
import { it } from 'vitest'
import { loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import { runInMemory } from './bench/in-memory.ts'
import { errorsIn, tryWhatProves } from './bench/trial.ts'

const lines = readFileSync(String(process.env.LIST), 'utf8').trim().split('\n')
const all = await loadDeviations()
const profiles = await loadProfiles('rfc')
const units = await unitsOf(profiles)
it('x', { timeout: 1_200_000 }, async () => {
  for (const line of lines) {
    const [id = '', topics] = line.split(' ')
    const defect = all.find((one) => one.id === id)
    if (!defect) { appendFileSync(String(process.env.OUT), `${JSON.stringify({ id, missing: true })}\n`); continue }
    const t = Date.now()
    try {
      const verdicts = topics ? (await runInMemory({ units: { checks: units.checks.filter((c) => new RegExp(`^(?:${topics})/`).test(c.id)), plays: [], rules: units.rules }, profiles, deviations: [defect], now: () => new Date() })).verdicts : await tryWhatProves(defect)
      const red = verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn').map(({ id: unit, outcome, findings }) => [unit, outcome, [...new Set(findings.map(({ requirement }) => requirement))]])
      const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked').length
      appendFileSync(String(process.env.OUT), `${JSON.stringify({ id, ms: Date.now() - t, breaks: defect.breaks, errors: errorsIn(verdicts).slice(0, 3), blocked, red })}\n`)
    } catch (error) {
      appendFileSync(String(process.env.OUT), `${JSON.stringify({ id, threw: String(error) })}\n`)
    }
  }
})
