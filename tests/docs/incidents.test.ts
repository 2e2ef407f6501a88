import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readIncidents } from '../incidents/incidents.ts'
import { incidentsPage } from './incidents-page.ts'

it('docs/incidents.md is what fixtures/incidents says', async () => {
  const file = join(import.meta.dirname, '..', '..', 'docs', 'incidents.md')
  await expect(incidentsPage(readIncidents())).toMatchFileSnapshot(file)
})
