import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'plek-title-waits-for-the-login',
  title: 'A title that was set once is not changed any more',
  breaks: ['plek/PL-05'],
  because: 'Fields are refreshed when the user signs in next, who may never do so',
  kernel: () => ({
    keep: (resource, model, before) =>
      model.core.id === URN.user && before?.title !== undefined
        ? { ...resource, title: before.title }
        : resource,
  }),
})
