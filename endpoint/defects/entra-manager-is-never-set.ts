import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'entra-manager-is-never-set',
  title: 'A manager given by PATCH is acknowledged and not stored',
  breaks: ['entra/validator-10', 'RFC7644-3.5.2-14'],
  because: 'AzureAD/SCIMReferenceCode PR#155',
  kernel: (plain) => dropping(plain, ({ op, path }) => op !== 'remove' && path?.path.attribute === 'manager'),
})
