import { defect } from '../deviation.ts'
import { changing } from '../patch-steps.ts'

export default defect({
  id: 'patch-null-becomes-text',
  title: 'null is stored as the word null',
  breaks: ['RFC7643-2.5-02'],
  kernel: (plain) =>
    changing(plain, (operations) =>
      operations.map((operation) => (operation.value === null ? { ...operation, value: 'null' } : operation)),
    ),
})
