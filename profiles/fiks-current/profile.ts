import { defineProfile, type Prerequisite } from '#check'
import { URN } from '#scim'
import { builtinSchemas, findSchema } from '#scim/schema'
import { contradictions } from './contradictions.ts'
import { clientRequirements, endpointRequirements } from './requirements.ts'
import { IDENTUM, KS } from './sources.part.ts'
import { syncRequirements } from './sync-rows.ts'

const prerequisites: readonly Prerequisite[] = [
  {
    id: 'earlier-source-off',
    text: {
      en: 'No other source provides the same people: an earlier integration, such as one with Entra, has been switched off.',
      nb: 'Ingen annen kilde leverer de samme personene: en tidligere integrasjon, for eksempel med Entra, er slått av.',
    },
    source: `${IDENTUM} (F-96)`,
  },
  {
    id: 'roles-downloaded',
    text: {
      en: 'The overview of persons and their roles has been downloaded, for activation deletes the personal accesses.',
      nb: 'Oversikten over personer og rollene deres er lastet ned, for aktiveringen sletter de personlige tilgangene.',
    },
    source: `${KS.old}; ${IDENTUM} (F-91)`,
  },
  {
    id: 'overview-compared',
    text: {
      en: 'The customer has compared the overview of synchronised users and groups with its own and found it right.',
      nb: 'Kunden har sammenholdt oversikten over synkroniserte brukere og grupper med sin egen og funnet den riktig.',
    },
    source: `${KS.old}; ${IDENTUM} (F-92)`,
  },
  {
    id: 'activation-day',
    text: {
      en: 'The day of activation has been agreed with the customer.',
      nb: 'Dagen for aktivering er avtalt med kunden.',
    },
    source: `${KS.old}; ${IDENTUM} (F-92)`,
    date: true,
  },
  {
    id: 'token-handed-over-safely',
    text: {
      en: 'The access token was handed over through a secure channel and lies where only the integration can read it.',
      nb: 'Tilgangstokenet er overlevert i en sikker kanal og ligger der bare integrasjonen kan lese det.',
    },
    source: `${IDENTUM}; ${KS.azure} (F-13)`,
  },
  {
    id: 'token-expiry',
    text: {
      en: 'It is known on which day the access token runs out, and who renews it before.',
      nb: 'Det er kjent hvilken dag tilgangstokenet løper ut, og hvem som fornyer det før.',
    },
    source: KS.start,
    date: true,
  },
]

/** Stories of a municipality in which the identity number, a name or a department changes. */
const municipal = [
  'municipality/d-number-becomes-national-number',
  'municipality/marriage',
  'municipality/department-move',
]

const fiksPerson = findSchema(builtinSchemas, URN.fiksPerson)

export default defineProfile({
  id: 'fiks-current',
  title: 'KS Fiks, external user management, current mapping',
  nb: 'KS Fiks, ekstern brukerstyring, dagens mapping',
  about:
    'What the public documents of KS Digital ask of a SCIM endpoint today. Made from documents alone: no Fiks system was tried, and KS has not approved it.',
  includes: ['rfc'],
  requires: { features: ['patch', 'filter'], resources: ['User', 'Group'] },
  requirements: [...endpointRequirements, ...syncRequirements, ...clientRequirements],
  syncApi: true,
  notes: contradictions,
  parameters: [
    {
      name: 'largeGroup',
      values: ['101', '1001'],
      text: {
        en: 'Members of the large group. The Sync API calls a group large from 101 on; 1001 cost some 2,700 requests more.',
        nb: 'Antall medlemmer i den store gruppen. Sync API regner en gruppe som stor fra 101; 1001 koster rundt 2700 forespørsler mer.',
      },
    },
  ],
  serves: ['no-nested-groups'],
  prerequisites,
  schemas: fiksPerson ? [fiksPerson] : [],
  rehearses: [
    { dialect: 'entra', scenarios: ['joiner-to-leaver', ...municipal] },
    { dialect: 'entra-flag', scenarios: ['joiner-to-leaver'] },
    { dialect: 'eadm', scenarios: ['joiner-to-leaver', ...municipal] },
  ],
})
