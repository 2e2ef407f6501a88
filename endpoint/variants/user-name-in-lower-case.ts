import { variant } from '../deviation.ts'

export default variant({
  id: 'user-name-in-lower-case',
  title: 'userName is stored in lower case',
  because: 'AMB-046',
  kernel: () => ({
    keep: (resource) =>
      typeof resource.userName === 'string'
        ? { ...resource, userName: resource.userName.toLowerCase() }
        : resource,
  }),
})
