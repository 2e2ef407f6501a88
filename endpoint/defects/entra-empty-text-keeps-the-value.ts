import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'entra-empty-text-keeps-the-value',
  title: 'A value that is replaced by an empty text stays as it was',
  breaks: ['entra/validator-12-empty', 'entra/logic-null-update'],
  because: 'AzureAD/SCIMReferenceCode Microsoft.SCIM.LogicAppValidationTemplate',
  kernel: (plain) =>
    dropping(plain, ({ value }) => value === '' || JSON.stringify(value ?? null) === '{"value":""}'),
})
