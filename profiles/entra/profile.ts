import { defineProfile } from '#check'
import { galleryRows } from './gallery.ts'
import { notes } from './notes.ts'
import { rowsNb } from './rows-nb.ts'
import { rehearses } from './stories.ts'
import { validatorRows } from './validator.ts'

const requirements = [...validatorRows, ...galleryRows].map((row) => {
  const nb = rowsNb[row.id.slice('entra/'.length)]
  return nb === undefined ? row : { ...row, nb }
})

export default defineProfile({
  id: 'entra',
  title: 'Microsoft Entra ID: what its validator and gallery test',
  nb: 'Microsoft Entra ID: det valideringsverktøyet og galleriet tester',
  about:
    "Item by item what the documents and captures of Microsoft's SCIM Validator and of its app gallery show that they test: MUST what is required there, SHOULD what is in preview, is asked of the process, or goes beyond the RFCs. Made from the outside: the verdict is ours and none of Microsoft's.",
  includes: ['rfc'],
  requires: { features: ['patch', 'filter', 'index'], resources: ['User', 'Group'] },
  requirements,
  notes,
  serves: ['group-names-are-unique'],
  rehearses,
})
