import { URN } from '#scim'
import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'entra-several-members-become-one',
  title: 'Of several members in one operation the last is added',
  breaks: ['entra/gallery-members-at-once'],
  because: 'grokability/snipe-it#19115',
  kernel: (plain) =>
    changing(plain, (operations, _, model) =>
      operations.map((one) =>
        model.core.id === URN.group && one.op === 'add' && Array.isArray(one.value)
          ? { ...one, value: one.value.slice(-1) }
          : one,
      ),
    ),
})
