import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'plek/photos-do-no-harm',
  title: 'A user that comes with a photo is accepted',
  proves: ['plek/PL-08'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, send }) {
    const photos = [{ value: 'https://scim-test.example/photo.png', type: 'photo' }]
    return {
      created: await send({ method: 'POST', path: endpoint('User'), body: draft('User', { photos }) }),
    }
  },

  judge({ created }, claim) {
    claim('plek/PL-08', created).status(201)
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 400 }) }),
})
