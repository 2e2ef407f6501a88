import { defect } from '../deviation.ts'

export default defect({
  id: 'last-modified-frozen',
  title: 'meta.lastModified never moves',
  breaks: ['RFC7643-3.1-23'],
  kernel: (plain) => ({ stamp: (before, now, given) => before ?? plain.stamp(before, now, given) }),
})
