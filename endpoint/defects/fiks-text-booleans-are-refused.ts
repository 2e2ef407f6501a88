import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-text-booleans-are-refused',
  title: 'active sent as the text False is refused',
  breaks: ['fiks/F-32'],
  because: 'Entra before its flag; incident family W2',
  settings: (plain) => ({ ...plain, patch: { ...plain.patch, coerceBooleans: false } }),
})
