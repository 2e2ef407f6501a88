import { reading } from '../deviation.ts'

export default reading({
  id: 'patch-always-moves-the-time',
  title: 'PATCH moves lastModified although nothing changes',
  readings: ['AMB-064/timestamp-moved'],
  // What no schema knows makes every state another one, and is never shown.
  kernel: (plain) => ({
    keep: (resource, model, before, given) => ({
      ...plain.keep(resource, model, before, given),
      writes: Number(before?.writes ?? 0) + 1,
    }),
    project: (resource, model, options) => {
      const { writes: _, ...rest } = resource
      return plain.project(rest, model, options)
    },
  }),
})
