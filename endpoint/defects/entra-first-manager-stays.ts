import { URN } from '#scim'
import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'entra-first-manager-stays',
  title: 'Adding a manager to a user who has one is acknowledged and not done',
  breaks: ['entra/validator-11', 'entra/validator-11-text'],
  because: 'AzureAD/SCIMReferenceCode PR#156',
  kernel: (plain) =>
    dropping(
      plain,
      ({ op, path }, { [URN.enterpriseUser]: extension }) =>
        op === 'add' &&
        path?.path.attribute === 'manager' &&
        JSON.stringify(extension ?? {}).includes('"manager"'),
    ),
})
