import { variant } from '../deviation.ts'

export default variant({
  id: 'ids-are-upper-case-uuids',
  title: 'Ids are UUIDs in upper case',
  because: 'RFC7643-3.1-05',
  settings: (plain) => ({ ...plain, newId: () => `ABCDEF${plain.newId().slice(6)}`.toUpperCase() }),
})
