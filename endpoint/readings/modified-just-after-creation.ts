import { reading } from '../deviation.ts'

export default reading({
  id: 'modified-just-after-creation',
  title: 'lastModified of a new resource is some milliseconds after created',
  readings: ['AMB-019/within-a-second'],
  kernel: (plain) => ({
    stamp: (before, now, given) => {
      const times = plain.stamp(before, now, given)
      return { ...times, lastModified: new Date(Date.parse(now) + 7).toISOString() }
    },
  }),
})
