import { defineProfile } from '#check'
import { rows } from './rows.ts'
import { rowsNb } from './rows-nb.ts'
import { rehearses } from './stories.ts'

const requirements = rows.map((row) => {
  const nb = rowsNb[row.id.slice('okta/'.length)]
  return nb === undefined ? row : { ...row, nb }
})

export default defineProfile({
  id: 'okta',
  title: 'Okta: what its SPEC and CRUD tests and its test plan ask for',
  nb: 'Okta: det SPEC- og CRUD-testene og testplanen ber om',
  about:
    'Item by item what the published tests of the Okta Integration Network ask of a SCIM endpoint: MUST what the SPEC and CRUD tests demand, SHOULD the manual plan and what goes beyond the RFCs. Made from the published files: the verdict is ours and none of Okta’s.',
  includes: ['rfc'],
  requires: { features: ['patch', 'filter', 'index'], resources: ['User', 'Group'] },
  requirements,
  notes: [
    {
      id: 'wizard-apps-use-put',
      text: {
        en: 'Applications of the wizard change everything by PUT, those of the catalogue status, passwords and groups by PATCH: both are rehearsed.',
        nb: 'Applikasjoner fra veiviseren endrer alt med PUT, de fra katalogen endrer status, passord og grupper med PATCH: begge prøves.',
      },
      source: 'okta/okta-developer-docs docs/reference/scim/scim-20',
    },
    {
      id: 'no-deletion-of-users',
      text: {
        en: 'Okta never deletes a user: it switches off.',
        nb: 'Okta sletter aldri en bruker, men slår den av.',
      },
      source: 'okta/okta-developer-docs docs/reference/scim/scim-20',
    },
  ],
  rehearses,
})
