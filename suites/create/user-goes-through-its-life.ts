import { defineCheck } from '#check'
import { lacking, live, missing, steps } from './life.part.ts'

export default defineCheck({
  id: 'create/user-goes-through-its-life',
  title: 'A User is made, read, listed, replaced, modified and deleted',
  proves: ['RFC7644-3.2-08'],
  needs: { resource: 'User', attributes: ['displayName'] },
  breaks: 'Coder: deactivation by PUT failed, the server had PATCH only (coder/coder#15828)',

  act: (act) => live(act, 'User'),

  judge(life, claim) {
    for (const { exchange, done } of steps(life))
      claim('RFC7644-3.2-08', exchange).holds(done, missing(exchange))
  },

  counterexample: lacking,
})
