import { defineCheck } from '#check'
import { lacking, live, missing, steps } from './life.part.ts'

export default defineCheck({
  id: 'create/group-goes-through-its-life',
  title: 'A Group is made, read, listed, replaced, modified and deleted',
  proves: ['RFC7644-3.2-09'],
  needs: { resource: 'Group', attributes: ['displayName'] },
  breaks: 'Infisical: creating and changing groups gave 500 and 422 (Infisical/infisical#6552)',

  act: (act) => live(act, 'Group'),

  judge(life, claim) {
    for (const { exchange, done } of steps(life))
      claim('RFC7644-3.2-09', exchange).holds(done, missing(exchange))
  },

  counterexample: lacking,
})
