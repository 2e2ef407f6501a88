import { defect } from '../deviation.ts'

export default defect({
  id: 'entra-second-group-takes-the-name',
  title: 'A second group of the same displayName is made after all',
  breaks: ['entra/validator-20'],
  because: "Legal by RFC 7643; Microsoft's validator reports it",
  settings: (plain) => ({ ...plain, uniqueGroupNames: false }),
})
