import { variant } from '../deviation.ts'

export default variant({
  id: 'alias-address-added',
  title: 'A new user with addresses gets one more, an alias',
  because: 'AMB-046',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      if (before || !Array.isArray(kept.emails)) return kept
      const alias = { value: `${kept.userName}.alias@alias.example`.replace(/@(?=.*@)/, '.'), type: 'alias' }
      return { ...kept, emails: [...kept.emails, alias] }
    },
  }),
})
