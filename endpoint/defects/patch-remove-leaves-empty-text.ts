import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'patch-remove-leaves-empty-text',
  title: 'A removed text is empty, not unassigned',
  breaks: ['RFC7644-3.5.2.2-02'],
  kernel: (plain) =>
    stepwise(plain, (before, after, { op, path }) => {
      const name = path?.path.attribute ?? ''
      const wasText = op === 'remove' && typeof before[name] === 'string'
      return wasText ? { ...after, [name]: '' } : after
    }),
})
