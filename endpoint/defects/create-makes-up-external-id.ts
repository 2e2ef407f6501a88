import { defect } from '../deviation.ts'

export default defect({
  id: 'create-makes-up-external-id',
  title: 'A user created without externalId gets the userName for one',
  breaks: ['RFC7643-3.1-13'],
  kernel: () => ({
    keep: ({ externalId, ...resource }) => ({
      ...resource,
      externalId: externalId ?? resource.userName ?? resource.displayName ?? null,
    }),
  }),
})
