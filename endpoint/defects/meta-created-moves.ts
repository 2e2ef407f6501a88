import { defect } from '../deviation.ts'

export default defect({
  id: 'meta-created-moves',
  title: 'Every change sets meta.created anew',
  breaks: ['RFC7643-3.1-21'],
  kernel: (plain) => ({
    stamp: (before, now, given) => ({ ...plain.stamp(before, now, given), created: now }),
  }),
})
