import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'entra-manager-as-text-is-dropped',
  title: 'A manager given as a bare id is acknowledged and not stored',
  breaks: ['entra/validator-10-text'],
  because: 'pranems/SCIMServer docs/MANAGER_PATCH_STRING_COERCION.md',
  kernel: (plain) =>
    dropping(plain, ({ path, value }) => path?.path.attribute === 'manager' && typeof value === 'string'),
})
