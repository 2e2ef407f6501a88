import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-user-name-gets-a-prefix',
  title: 'The userName of a new user gets the name of its source in front',
  breaks: ['fiks/F-40'],
  because: 'Names made unique over all sources; the single sign-on does not know them',
  kernel: () => ({
    keep: (resource, model, before) =>
      model.core.id === URN.user && !before
        ? { ...resource, userName: `kilde1.${resource.userName}` }
        : resource,
  }),
})
