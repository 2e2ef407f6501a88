import { defect } from '../deviation.ts'

export default defect({
  id: 'patch-without-effect-moves-the-time',
  title: 'A PATCH that changes nothing moves lastModified',
  breaks: ['RFC7644-3.5.2.1-12'],
  kernel: (plain) => ({
    keep: (resource, model, before) => ({
      ...plain.keep(resource, model, before),
      writes: Number(before?.writes ?? 0) + 1,
    }),
    project: (resource, ...rest) => {
      const { writes: _, ...shown } = plain.project(resource, ...rest)
      return shown
    },
  }),
})
